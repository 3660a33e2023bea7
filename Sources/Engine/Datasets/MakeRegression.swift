/// A linear target of a few of many normal features, with noise if asked.
///
/// y = X w + b + ε with `n_informative` weights drawn from 0 to 100 and the others 0; features
/// `[n_samples, n_features]`, targets `[n_samples, n_targets]`. With `effective_rank` the features are a few
/// strong directions with a tail of weak ones.
struct MakeRegression: DatasetKind {
  static let info = Info(
    "make_regression",
    [
      .sampleCount,
      .integer("n_features", default: 100, "number of features"),
      .integer("n_informative", in: 0...Parameter.countLimit, default: 10, "features that make the target"),
      .integer("n_targets", default: 1, "values per target"),
      .real("bias", default: 0, "target where all features are 0"),
      .optionalInteger("effective_rank", "directions that matter in the features; all when left out"),
      .real("tail_strength", in: .unit, default: 0.5, "share of the weak directions, with effective_rank"),
      .real("noise", in: .nonnegative, default: 0, "standard deviation of the noise in the target"),
      .flag("shuffle", default: true, "mix the samples and the features"),
      .randomState,
    ],
    summary: "Draws normal features and a target that is linear in some of them.",
    formula: #"y = X w + b + \varepsilon"#,
    source: "scikit-learn, sklearn.datasets.make_regression")

  let samples, features, informative, targets: Int
  let bias: Double
  let rank: Int?
  let tail, noise: Double
  let shuffle: Bool
  let seed: UInt32?

  init(_ arguments: inout Arguments) throws(EngineError) {
    samples = arguments.next()
    features = arguments.next()
    let asked: Int = arguments.next()
    informative = min(asked, features)
    targets = arguments.next()
    bias = arguments.next()
    rank = arguments.next()
    tail = arguments.next()
    noise = arguments.next()
    shuffle = arguments.next()
    seed = arguments.nextSeed()
    let longer = Double(max(samples, features))
    try Bounds.check("targets", longer * Double(targets), limit: Bounds.data)
    if rank != nil {
      try Bounds.check("directions", longer * Double(min(samples, features)), limit: Bounds.data)
    }
  }

  var size: (samples: Int, features: Int)? { (samples, features) }

  func load(seed: UInt32, table: Table?) -> Table { draw(seed: seed).table }

  /// The samples, and the weights `[n_features, n_targets]` that made their targets.
  func draw(seed: UInt32) -> (table: Table, weights: Matrix) {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let x = drawFeatures(&generator)
    var weights = Matrix(rows: features, columns: targets)
    weights.replace(columns: 0, by: generator.uniforms(rows: informative, columns: targets))
    for i in weights.values.indices { weights.values[i] *= 100 }
    var y = (x * weights).values.map { $0 + bias }
    if noise > 0 { for i in y.indices { y[i] += generator.normal(mean: 0, std: noise) } }
    var table = Table(x, targets: y, classes: 0)
    table.targetColumns = targets
    if !shuffle { return (table, weights) }
    table = table.shuffled(&generator)
    let order = generator.permutation(features)
    table.features = table.matrix.selecting(columns: order).values
    return (table, weights.transposed.selecting(columns: order).transposed)
  }

  private func drawFeatures(_ generator: inout NumpyGenerator) -> Matrix {
    guard let rank else { return generator.normals(rows: samples, columns: features) }
    return generator.lowRank(rows: samples, columns: features, rank: Double(rank), tail: tail)
  }
}
