/// Turns the features onto the directions in which the training part varies most.
///
/// z = W (x − μ) with the first eigenvectors of the covariance as rows of W, each with its largest weight
/// positive; with `whiten` every z is divided by its standard deviation. From 1 on `n_components` is a number
/// of directions, below 1 the share of the variance that is to be kept. Throws with fewer than two samples,
/// and where there are fewer directions than asked for.
struct PCA: TransformKind {
  static let info = Info(
    "PCA",
    [
      .optionalReal("n_components", in: .positive, "directions, or share of variance below 1; all"),
      .flag("whiten", default: false, "give every direction variance 1"),
    ],
    summary: "Turns the features onto the directions in which they vary most.",
    formula: #"z = W (x - \mu), \quad \frac{1}{n-1} \sum (x - \mu)(x - \mu)^\top = W^\top \Lambda W"#,
    source: "Pearson, On lines and planes of closest fit to systems of points in space, 1901")

  let components: Double?
  let whiten: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    components = arguments.next()
    whiten = arguments.next()
    if let components, components >= 1 && components != components.rounded(.down) {
      throw Self.invalid(parameter: 0, "must be a share below 1 or a whole number of directions")
    }
  }

  /// The most features that it takes: the work grows with their third power.
  private static let mostFeatures = 1024.0

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    if data.train.rows < 2 { throw Self.tooFew(needed: 2, found: data.train.rows) }
    try Bounds.check("features for PCA", Double(data.train.columns), limit: Self.mostFeatures)
    let means = try data.fit(Self.self) { $0.reduce(0, +) / Double($0.count) }
    let eigen = SymmetricEigen(covariance(of: data.train, means))
    let most = min(data.train.rows, data.train.columns)
    let variances = eigen.values.prefix(most).map { max($0, 0) }
    let total = variances.reduce(0, +)
    let count = try self.count(variances, total: total)
    let directions = turned(eigen.vectors.selecting(rows: 0..<count))
    let scales = variances.map { whiten ? max($0.squareRoot(), .ulpOfOne) : 1 }
    data.mapTables { table in
      var projected = centred(table, means) * directions.transposed
      for i in projected.values.indices { projected.values[i] /= scales[i % count] }
      table.replaceFeatures(by: projected, names: (0..<count).map { "pca\($0)" })
    }
    let kept = Array(variances.prefix(count))
    let degrees = Double(data.train.rows - 1)
    let rest = variances.dropFirst(count)
    return Fitted(
      names: [
        "mean_", "components_", "explained_variance_", "explained_variance_ratio_", "singular_values_",
        "noise_variance_",
      ],
      values: [
        means, directions.values, kept, kept.map { $0 / total }, kept.map { ($0 * degrees).squareRoot() },
        [rest.isEmpty ? 0 : rest.reduce(0, +) / Double(rest.count)],
      ])
  }

  private func centred(_ table: Table, _ means: [Double]) -> Matrix {
    var copy = table
    copy.mapFeatures { $0 - means[$1] }
    return copy.matrix
  }

  private func covariance(of table: Table, _ means: [Double]) -> Matrix {
    let x = centred(table, means)
    var product = x.transposed * x
    for i in product.values.indices { product.values[i] /= Double(table.rows - 1) }
    return product
  }

  /// How many directions are kept.
  private func count(_ variances: [Double], total: Double) throws(EngineError) -> Int {
    guard let components else { return variances.count }
    if components >= 1 {
      if components > Double(variances.count) {
        throw Self.invalid(parameter: 0, "must be at most the number of features and of training samples")
      }
      return Int(components)
    }
    var kept = 0.0
    for (i, variance) in variances.enumerated() {
      kept += variance / total
      if kept > components { return i + 1 }
    }
    return variances.count
  }

  /// Every row with the sign that makes its largest element positive.
  private func turned(_ directions: Matrix) -> Matrix {
    var result = directions
    for row in 0..<result.rows {
      var largest = 0.0
      for j in 0..<result.columns where abs(result[row, j]) > abs(largest) { largest = result[row, j] }
      if largest < 0 { for j in 0..<result.columns { result[row, j] = -result[row, j] } }
    }
    return result
  }
}
