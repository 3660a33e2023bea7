// What the transforms have in common.

extension ComponentKind {
  /// The error that `needed` rows are needed where there are `found`.
  static func tooFew(needed: Int, found: Int) -> EngineError {
    EngineError(.tooFewRows(component: info.name, needed: needed, found: found))
  }
}

extension Table {
  /// The values of one feature, in order of rows.
  func feature(_ column: Int) -> [Double] { (0..<rows).map { features[$0 * columns + column] } }

  /// One value of every target, in order of rows.
  func target(_ column: Int) -> [Double] { (0..<rows).map { targets[$0 * targetColumns + column] } }

  /// Replaces every feature by `change` of its value and column.
  mutating func mapFeatures(_ change: (Double, Int) -> Double) {
    for row in 0..<rows {
      for column in 0..<columns {
        features[row * columns + column] = change(features[row * columns + column], column)
      }
    }
  }

  /// Replaces the features by `matrix`, called `names`.
  mutating func replaceFeatures(by matrix: Matrix, names: [String]) {
    columns = matrix.columns
    features = matrix.values
    featureNames = names
  }

  /// What scikit-learn calls a feature: its own name, or x0, x1, …
  func name(ofFeature column: Int) -> String { featureNames.isEmpty ? "x\(column)" : featureNames[column] }
}

extension Partition {
  /// Changes both parts in the same way.
  mutating func mapTables(_ change: (inout Table) -> Void) {
    change(&train)
    if var table = validation.take() {
      change(&table)
      validation = table
    }
  }

  /// Replaces every feature of both parts by `change` of its value and column.
  mutating func mapFeatures(_ change: (Double, Int) -> Double) { mapTables { $0.mapFeatures(change) } }

  /// What `fit` learns of each feature of the training part; throws for `Kind` without a row.
  func fit<Kind: TransformKind, Result>(
    _: Kind.Type, _ fit: ([Double]) -> Result
  ) throws(EngineError) -> [Result] {
    if train.rows == 0 { throw Kind.tooFew(needed: 1, found: 0) }
    return (0..<train.columns).map { fit(train.feature($0)) }
  }
}

extension Fitted {
  /// Adds a vector.
  mutating func append(_ name: String, _ vector: [Double]) {
    names.append(name)
    values.append(vector)
  }
}

/// `scale` where it may be divided by: 1 in place of what is too near to 0, as scikit-learn has it.
func divisor(_ scale: Double) -> Double { scale < 10 * Double.ulpOfOne ? 1 : scale }
