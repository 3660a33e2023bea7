/// Samples as a dataset gives them: features and targets in double precision, row-major.
public struct Table: Sendable, Equatable {
  /// Number of samples.
  public var rows: Int
  /// Number of features per sample.
  public var columns: Int
  /// The features, `[rows, columns]`.
  public var features: [Double]
  /// The targets, `[rows, targetColumns]`: class numbers from 0, or values.
  public var targets: [Double]
  /// Number of values per target.
  public var targetColumns = 1
  /// Number of classes; 0 when the target is a value.
  public var classes: Int
  /// What the features are called; empty for x₁, x₂, …
  public var featureNames: [String] = []
  /// What the classes are called; empty for 0, 1, …
  public var classNames: [String] = []
  /// Whether features are class numbers too, such as the tokens of a text.
  public var hasTokens = false

  /// A table of `rows` samples.
  public init(rows: Int, columns: Int, features: [Double], targets: [Double], classes: Int) {
    self.rows = rows
    self.columns = columns
    self.features = features
    self.targets = targets
    self.classes = classes
  }

  /// The rows in `order`, in that order.
  public func selecting(_ order: [Int]) -> Table {
    var table = self
    table.rows = order.count
    table.features = features.selecting(order, width: columns)
    table.targets = targets.selecting(order, width: targetColumns)
    return table
  }

  /// Puts the features in `order`, in place.
  mutating func permuteFeatures(_ order: [Int]) {
    for start in stride(from: 0, to: features.count, by: columns) {
      let row = Array(features[start..<start + columns])
      for (column, source) in order.enumerated() { features[start + column] = row[source] }
    }
  }

  /// The first `count` rows.
  public func prefix(_ count: Int) -> Table { selecting(Array(0..<min(count, rows))) }
}

extension Array {
  /// The rows in `order` of a row-major matrix of `width` columns.
  func selecting(_ order: [Int], width: Int) -> [Element] {
    var rows: [Element] = []
    rows.reserveCapacity(order.count * width)
    for row in order { rows += self[row * width..<(row + 1) * width] }
    return rows
  }
}
