/// Round clouds of normal points, a class to each centre.
///
/// Features `[n_samples, n_features]`. Throws when `cluster_std` is neither one deviation nor one for each
/// centre, or `centers` is given beside a list of `n_samples`, which then counts the centres.
struct MakeBlobs: DatasetKind {
  static let info = Info(
    "make_blobs",
    [
      .integers(
        "n_samples", in: 1...Parameter.countLimit, count: Parameter.anyCount, default: [100],
        "number of samples, or how many around each centre"),
      .integer("n_features", default: 2, "number of features"),
      .optionalInteger("centers", "number of centres; 3 when left out"),
      .reals(
        "cluster_std", in: .nonnegative, count: Parameter.anyCount, default: [1],
        "standard deviation, or that of each cloud"),
      .reals("center_box", count: 2...2, default: [-10, 10], "where each coordinate of a centre is drawn"),
      .flag("shuffle", default: true, "mix the samples"),
      .randomState,
    ],
    summary: "Draws round clouds of normal points, each with its class.",
    formula: #"x \sim \mathcal{N}(c_k, \sigma_k^2 I), \quad c_k \sim \mathcal{U}(a, b)^d"#,
    source: "scikit-learn, sklearn.datasets.make_blobs")

  /// How many samples there are around each centre.
  let counts: [Int]
  let features: Int
  let deviations: [Double]
  let box: [Double]
  let shuffle: Bool
  let seed: UInt32?

  init(_ arguments: inout Arguments) throws(EngineError) {
    let samples: [Int] = arguments.next()
    features = arguments.next()
    let stated: Int? = arguments.next()
    let spread: [Double] = arguments.next()
    box = arguments.next()
    shuffle = arguments.next()
    seed = arguments.nextSeed()
    if samples.count > 1 && stated != nil {
      throw Self.invalid(parameter: 2, "must be left out where n_samples counts the samples of each centre")
    }
    let centers = samples.count > 1 ? samples.count : stated ?? 3
    try Bounds.check("centres", Double(centers) * Double(features), limit: Bounds.data)
    try Bounds.check("samples", samples.reduce(0) { $0 + Double($1) }, limit: Bounds.data)
    guard spread.count == 1 || spread.count == centers else {
      throw Self.invalid(parameter: 3, "needs one deviation, or one for each centre")
    }
    deviations = spread.count == 1 ? Array(repeating: spread[0], count: centers) : spread
    counts =
      samples.count > 1
      ? samples : (0..<centers).map { samples[0] / centers + ($0 < samples[0] % centers ? 1 : 0) }
  }

  var size: (samples: Int, features: Int)? { (counts.reduce(0, +), features) }

  func load(seed: UInt32, table: Table?) -> Table {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let centers = (0..<counts.count * features).map { _ in generator.uniform(from: box[0], to: box[1]) }
    var x: [Double] = []
    var labels: [Double] = []
    for (label, count) in counts.enumerated() {
      for _ in 0..<count {
        for j in 0..<features {
          x.append(generator.normal(mean: centers[label * features + j], std: deviations[label]))
        }
      }
      labels += Array(repeating: Double(label), count: count)
    }
    let result = Table(
      rows: labels.count, columns: features, features: x, targets: labels, classes: counts.count)
    return shuffle ? result.shuffled(&generator) : result
  }
}
