/// Centres every feature on its median and divides it by the range between two quantiles.
///
/// x ← (x − median) / (q_max − q_min) of the training part, quantiles interpolated between neighbours;
/// outliers weigh little. With `unit_variance` a normal feature comes out with variance 1. Throws unless the
/// range ascends or, with `unit_variance`, where it reaches 0 or 100 or is empty.
struct RobustScaler: TransformKind {
  static let info = Info(
    "RobustScaler",
    [
      .flag("with_centering", default: true, "centre on the median"),
      .flag("with_scaling", default: true, "divide by the range between the quantiles"),
      .reals("quantile_range", in: .within(0, 100), count: 2...2, default: [25, 75], "in percent"),
      .flag("unit_variance", default: false, "give a normal feature variance 1"),
    ],
    summary: "Centres every feature on its median and divides it by the range between two quantiles.",
    formula: #"x \leftarrow \frac{x - \operatorname{median}}{q_{75} - q_{25}}"#,
    source: "scikit-learn, sklearn.preprocessing.RobustScaler")

  let withCentering: Bool
  let withScaling: Bool
  let range: [Double]
  let unitVariance: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    withCentering = arguments.next()
    withScaling = arguments.next()
    range = arguments.next()
    unitVariance = arguments.next()
    if range[0] > range[1] { throw Self.invalid(parameter: 2, "must not end below its start") }
    if unitVariance && !(range[0] > 0 && range[0] < range[1] && range[1] < 100) {
      throw Self.invalid(parameter: 3, "needs quantiles between 0 and 100 that differ")
    }
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    let sorted = try data.fit(Self.self) { $0.sorted() }
    let centers = sorted.map { median($0) }
    var scales = sorted.map { divisor(quantile(range[1], of: $0) - quantile(range[0], of: $0)) }
    if unitVariance {
      let normal = normalQuantile(range[1] / 100) - normalQuantile(range[0] / 100)
      scales = scales.map { $0 / normal }
    }
    data.mapFeatures { x, column in
      let centred = withCentering ? x - centers[column] : x
      return withScaling ? centred / scales[column] : centred
    }
    var fitted = Fitted()
    if withCentering { fitted.append("center_", centers) }
    if withScaling { fitted.append("scale_", scales) }
    return fitted
  }

  private func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// `numpy.percentile`, linear between neighbours.
  private func quantile(_ percent: Double, of sorted: [Double]) -> Double {
    let place = Double(sorted.count - 1) * (percent / 100)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let share = place - Double(below)
    let step = sorted[above] - sorted[below]
    return share < 0.5 ? sorted[below] + step * share : sorted[above] - step * (1 - share)
  }
}
