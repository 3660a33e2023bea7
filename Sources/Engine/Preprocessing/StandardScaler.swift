/// Centres every feature and divides it by its standard deviation.
///
/// x ← (x − μ) / σ with mean and population deviation of the training part; a constant feature is divided by
/// 1. With `target` a regression's targets are scaled likewise; throws where they are classes.
struct StandardScaler: TransformKind {
  static let info = Info(
    "StandardScaler",
    [
      .flag("with_mean", default: true, "centre the features"),
      .flag("with_std", default: true, "divide by the standard deviation"),
      .flag("target", default: false, "scale a regression's target too"),
    ],
    summary: "Centres every feature and divides it by its standard deviation.",
    formula: #"x \leftarrow \frac{x - \mu}{\sigma}"#,
    source: "scikit-learn, sklearn.preprocessing.StandardScaler")

  let withMean: Bool
  let withDeviation: Bool
  let target: Bool

  init(_ arguments: inout Arguments) {
    withMean = arguments.next()
    withDeviation = arguments.next()
    target = arguments.next()
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    if target && data.train.classes > 0 {
      throw Self.invalid(parameter: 2, "needs a target that is a value, not a class")
    }
    let features = try data.fit(Self.self) { Moments($0) }
    let size = data.train.targetColumns
    let targets = target ? (0..<size).map { Moments(data.train.target($0)) } : []
    data.mapTables { table in
      table.mapFeatures { scaled($0, features[$1]) }
      if target {
        for i in table.targets.indices { table.targets[i] = scaled(table.targets[i], targets[i % size]) }
      }
    }
    var fitted = Fitted()
    tell(features, as: ("mean_", "var_", "scale_"), &fitted)
    if target { tell(targets, as: ("target_mean_", "target_var_", "target_scale_"), &fitted) }
    return fitted
  }

  private func scaled(_ x: Double, _ moments: Moments) -> Double {
    let centred = withMean ? x - moments.mean : x
    return withDeviation ? centred / moments.scale : centred
  }

  private func tell(
    _ moments: [Moments], as names: (mean: String, variance: String, scale: String), _ fitted: inout Fitted
  ) {
    if withMean || withDeviation { fitted.append(names.mean, moments.map { $0.mean }) }
    if withDeviation {
      fitted.append(names.variance, moments.map { $0.variance })
      fitted.append(names.scale, moments.map { $0.scale })
    }
  }
}

/// Mean and variance of a feature, by the two-pass formula with its correction.
///
/// Chan, Golub and LeVeque, Algorithms for Computing the Sample Variance, 1983.
struct Moments {
  let mean: Double
  /// Divided by the number of values.
  let variance: Double
  /// The standard deviation; 1 for a feature that is constant but for rounding.
  let scale: Double

  init(_ values: [Double]) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    var sum = 0.0
    var squares = 0.0
    for value in values {
      let deviation = value - mean
      sum += deviation
      squares += deviation * deviation
    }
    let variance = (squares - sum * sum / n) / n
    let slack = n * mean * Double.ulpOfOne
    self.mean = mean
    self.variance = variance
    scale = variance <= n * Double.ulpOfOne * variance + slack * slack ? 1 : variance.squareRoot()
  }
}
