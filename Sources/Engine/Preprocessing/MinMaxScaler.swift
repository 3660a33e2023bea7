/// Maps every feature's range onto `feature_range`.
///
/// x ← x · s + (a − min · s) with s = (b − a) / (max − min) of the training part;
/// a constant feature has s = b − a. Throws unless the range's first number is below its second.
struct MinMaxScaler: TransformKind {
  static let info = Info(
    "MinMaxScaler",
    [
      .reals("feature_range", count: 2...2, default: [0, 1], "where a feature's extremes go"),
      .flag("clip", default: false, "keep validation samples within the range"),
    ],
    summary: "Maps every feature's smallest and largest value onto a range.",
    formula: #"x \leftarrow a + (b - a) \frac{x - x_{\min}}{x_{\max} - x_{\min}}"#,
    source: "scikit-learn, sklearn.preprocessing.MinMaxScaler")

  let lower: Double
  let upper: Double
  let clip: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    let range: [Double] = arguments.next()
    lower = range[0]
    upper = range[1]
    clip = arguments.next()
    if lower >= upper { throw Self.invalid(parameter: 0, "must start below its end") }
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    let smallest = try data.fit(Self.self) { $0.reduce(.infinity) { min($0, $1) } }
    let largest = try data.fit(Self.self) { $0.reduce(-.infinity) { max($0, $1) } }
    let ranges = zip(smallest, largest).map { $1 - $0 }
    let scale = ranges.map { (upper - lower) / divisor($0) }
    let offset = zip(smallest, scale).map { lower - $0 * $1 }
    data.mapFeatures { x, column in
      let scaled = x * scale[column] + offset[column]
      return clip ? min(max(scaled, lower), upper) : scaled
    }
    return Fitted(
      names: ["data_min_", "data_max_", "data_range_", "scale_", "min_"],
      values: [smallest, largest, ranges, scale, offset])
  }
}
