/// Clusters of normal points around the corners of a hypercube, a class to each cluster.
///
/// Features `[n_samples, n_features]`: first the informative ones, then linear mixtures of them, repetitions
/// and noise, until `shuffle` mixes the columns. Guyon, Design of experiments for the NIPS 2003 variable
/// selection benchmark, 2003. Throws when the features do not add up, the clusters outnumber the corners, or
/// `weights`, `shift` or `scale` have another length than the classes or features.
struct MakeClassification: DatasetKind {
  static let info = Info(
    "make_classification",
    [
      .sampleCount,
      .integer("n_features", default: 20, "number of features"),
      .integer("n_informative", default: 2, "features that tell the class"),
      .integer("n_redundant", in: 0...Parameter.countLimit, default: 2, "mixtures of the informative ones"),
      .integer("n_repeated", in: 0...Parameter.countLimit, default: 0, "copies of features before them"),
      .integer("n_classes", default: 2, "number of classes"),
      .integer("n_clusters_per_class", default: 2, "clusters of each class"),
      .optionalReals(
        "weights", in: .unit, count: Parameter.anyCount, "share of each class; equal if left out"),
      .real("flip_y", in: .unit, default: 0.01, "share of the samples whose class is drawn at random"),
      .real("class_sep", in: .positive, default: 1, "half the side of the hypercube"),
      .flag("hypercube", default: true, "clusters at the corners; otherwise of a random polytope"),
      .reals(
        "shift", count: Parameter.anyCount, default: [0], takesNone: true,
        "added to every feature; drawn when None"),
      .reals(
        "scale", in: .positive, count: Parameter.anyCount, default: [1], takesNone: true,
        "multiplies every feature after the shift; drawn from 1 to 101 when None"),
      .flag("shuffle", default: true, "mix the samples and the features"),
      .randomState,
    ],
    summary: "Draws clusters of normal points around the corners of a hypercube, each with its class.",
    formula: #"x = z A_k + c_k, \quad z \sim \mathcal{N}(0, I), \quad c_k \in \{-s, s\}^d"#,
    source: "Guyon, Design of experiments for the NIPS 2003 variable selection benchmark, 2003")

  let samples, features, informative, redundant, repeated: Int
  let classes, clusters: Int
  /// Share of each class.
  let weights: [Double]
  let flip, separation: Double
  let hypercube: Bool
  /// One for all features or one for each; none when drawn.
  let shift, scale: [Double]
  let shuffle: Bool
  let seed: UInt32?

  init(_ arguments: inout Arguments) throws(EngineError) {
    samples = arguments.next()
    features = arguments.next()
    informative = arguments.next()
    redundant = arguments.next()
    repeated = arguments.next()
    classes = arguments.next()
    let perClass: Int = arguments.next()
    let shares: [Double] = arguments.next()
    flip = arguments.next()
    separation = arguments.next()
    hypercube = arguments.next()
    shift = arguments.next()
    scale = arguments.next()
    shuffle = arguments.next()
    seed = arguments.nextSeed()
    let mixing = Double(informative) * Double(informative)
    try Bounds.check("clusters", Double(classes) * Double(perClass) * mixing, limit: Bounds.data)
    clusters = classes * perClass
    weights = try Self.weights(shares, classes: classes)
    try checkCounts()
  }

  var size: (samples: Int, features: Int)? { (samples, features) }

  /// The share of each class: `shares`, with the last completed where it is left out.
  private static func weights(_ shares: [Double], classes: Int) throws(EngineError) -> [Double] {
    if shares.isEmpty { return Array(repeating: 1 / Double(classes), count: classes) }
    if shares.count == classes { return shares }
    let last = 1 - shares.reduce(0, +)
    guard shares.count == classes - 1, last > -1e-9 else {
      throw invalid(parameter: 7, "needs a share for each class, or for all but the last, at most 1 together")
    }
    return shares + [max(last, 0)]
  }

  private func checkCounts() throws(EngineError) {
    guard informative <= features, redundant <= features - informative,
      repeated <= features - informative - redundant
    else {
      throw Self.invalid(
        parameter: 1, "must be at least the informative, redundant and repeated features together")
    }
    guard informative >= 30 || clusters <= 1 << informative else {
      throw Self.invalid(parameter: 2, "must be such that 2 ^ n_informative corners take all clusters")
    }
    for (values, parameter) in [(shift, 11), (scale, 12)] where values.count > 1 && values.count != features {
      throw Self.invalid(parameter: parameter, "needs one value, or one for each feature")
    }
    try Bounds.check("redundant features", Double(informative) * Double(redundant), limit: Bounds.data)
  }
}

extension MakeClassification {
  func load(seed: UInt32, table: Table?) throws(EngineError) -> Table {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    var x = Matrix(rows: samples, columns: features)
    var labels = drawClusters(into: &x, &generator)
    drawOthers(into: &x, &generator)
    let flips = generator.uniforms(samples)
    for i in 0..<samples where flips[i] < flip { labels[i] = Double(generator.integer(below: classes)) }
    moveAndStretch(&x, &generator)
    var result = Table(x, targets: labels, classes: classes)
    if !shuffle { return result }
    result = result.shuffled(&generator)
    result.permuteFeatures(generator.permutation(features))
    return result
  }

  /// How many samples each cluster has: its class's share, the remainder from the first cluster on.
  private var clusterSizes: [Int] {
    let perClass = Double(clusters / classes)
    var sizes = (0..<clusters).map { Int(Double(samples) * weights[$0 % classes] / perClass) }
    var placed = sizes.reduce(0.0) { $0 + Double($1) }
    var k = 0
    while placed < Double(samples) {
      sizes[k % clusters] += 1
      placed += 1
      k += 1
    }
    return sizes
  }

  /// The corner that each cluster is around.
  private func drawCentroids(_ generator: inout NumpyGenerator) -> Matrix {
    var centroids = generator.corners(clusters, dimensions: informative)
    for i in centroids.values.indices {
      centroids.values[i] = centroids.values[i] * (2 * separation) - separation
    }
    if hypercube { return centroids }
    let rows = generator.uniforms(clusters)
    let columns = generator.uniforms(informative)
    for row in 0..<clusters {
      for column in 0..<informative {
        centroids[row, column] = centroids[row, column] * rows[row] * columns[column]
      }
    }
    return centroids
  }

  /// Draws the informative features; returns each sample's class.
  private func drawClusters(into x: inout Matrix, _ generator: inout NumpyGenerator) -> [Double] {
    let sizes = clusterSizes
    let centroids = drawCentroids(&generator)
    let normals = generator.normals(rows: samples, columns: informative)
    var labels = [Double](repeating: 0, count: samples)
    var row = 0
    for k in 0..<clusters {
      let mixing = generator.mixing(rows: informative, columns: informative)
      let end = row + min(sizes[k], samples - row)
      let mixed = normals.selecting(rows: row..<end) * mixing
      for i in 0..<mixed.rows {
        labels[row + i] = Double(k % classes)
        for j in 0..<informative { x[row + i, j] = mixed[i, j] + centroids[k, j] }
      }
      row = end
    }
    return labels
  }

  /// Draws the redundant and repeated features and those that tell nothing.
  private func drawOthers(into x: inout Matrix, _ generator: inout NumpyGenerator) {
    let known = informative + redundant
    if redundant > 0 {
      let mixing = generator.mixing(rows: informative, columns: redundant)
      x.replace(columns: informative, by: x.selecting(columns: Array(0..<informative)) * mixing)
    }
    let sources = generator.uniforms(repeated).map { Int(Double(known - 1) * $0 + 0.5) }
    x.replace(columns: known, by: x.selecting(columns: sources))
    let useless = generator.normals(rows: samples, columns: features - known - repeated)
    x.replace(columns: known + repeated, by: useless)
  }

  /// Shifts and scales every feature.
  private func moveAndStretch(_ x: inout Matrix, _ generator: inout NumpyGenerator) {
    let shifts = shift.isEmpty ? generator.uniforms(features).map { (2 * $0 - 1) * separation } : shift
    let scales = scale.isEmpty ? generator.uniforms(features).map { 1 + 100 * $0 } : scale
    for row in 0..<samples {
      for j in 0..<features {
        x[row, j] = (x[row, j] + shifts[shifts.count == 1 ? 0 : j]) * scales[scales.count == 1 ? 0 : j]
      }
    }
  }
}
