/// Whole numbers as classes, numbered in ascending order as scikit-learn's `LabelEncoder` does.
struct ClassNumbers {
  /// What the classes are called.
  let names: [String]
  /// The class of each value, from 0.
  let numbers: [Double]

  /// The classes of `values`; nil where one is no whole number.
  init?(_ values: [Double]) {
    let distinct = Set(values).sorted()
    guard distinct.allSatisfy({ $0 == $0.rounded() && $0.isFinite }) else { return nil }
    names = distinct.map { Numeral.text($0) }
    let rows = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Double($0)) })
    numbers = values.map { rows[$0] ?? 0 }
  }
}
