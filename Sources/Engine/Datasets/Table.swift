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
    table.features = order.flatMap { features[$0 * columns..<($0 + 1) * columns] }
    table.targets = order.flatMap { targets[$0 * targetColumns..<($0 + 1) * targetColumns] }
    return table
  }

  /// The first `count` rows.
  public func prefix(_ count: Int) -> Table { selecting(Array(0..<min(count, rows))) }
}
