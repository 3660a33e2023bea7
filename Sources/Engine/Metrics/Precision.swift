/// How many of those predicted to be of a class are: TP / (TP + FP); 0 where there is none.
struct Precision: AveragedMetric {
  static let info = Info(
    "precision", averaging, summary: "How many of those predicted to be of a class are.",
    formula: #"\frac{TP}{TP + FP}"#,
    source: "scikit-learn, precision_score")

  let average: Average?
  let positive: Int

  init(_ arguments: inout Arguments) {
    let row: Int? = arguments.next()
    average = row.flatMap { Average(rawValue: $0) }
    positive = arguments.next()
  }

  func score(_ counts: ClassCounts) -> Double { counts.precision }
}
