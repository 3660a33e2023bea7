/// How often a class occurs among rows of about the same predicted probability of it: `[bins, 2]`.
///
/// Bins are equally wide, or hold equally many rows; empty ones are left out.
/// A model that knows how sure it may be has both columns equal.
struct CalibrationCurve: MetricKind {
  static let info = Info(
    "calibration_curve",
    [
      positiveLabel, .integer("n_bins", in: 1...1000, default: 5, "how many bins"),
      .choice(
        "strategy", ["uniform", "quantile"], default: 0, "bins of equal width, or of equally many rows"),
    ],
    summary: "How often a class occurs where it is predicted with a certain probability.",
    source: "scikit-learn, calibration_curve; Murphy and Winkler, 1977")
  static let task = Task.classification
  static let columns: [StaticString] = ["share of the class", "mean probability"]

  let label: Int?
  let bins: Int
  let quantiles: Bool

  init(_ arguments: inout Arguments) {
    label = arguments.next()
    bins = arguments.next()
    quantiles = arguments.next() == 1
  }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    let label = try Self.positive(label, outcome)
    let scores = (0..<outcome.rows).map { outcome.probability($0, of: label) }
    let sorted = scores.sorted()
    let edges = (1..<bins).map { edge in
      let share = Double(edge) / Double(bins)
      return quantiles ? quantile(share, of: sorted) : share
    }
    var found = Array(repeating: (rows: 0.0, positives: 0.0, sum: 0.0), count: bins)
    for (score, target) in zip(scores, outcome.targets) {
      let bin = edges.firstIndex { score <= $0 } ?? bins - 1
      found[bin].rows += 1
      found[bin].positives += target == Double(label) ? 1 : 0
      found[bin].sum += score
    }
    let values = found.filter { $0.rows > 0 }.flatMap { [$0.positives / $0.rows, $0.sum / $0.rows] }
    return Measurement(values, shape: Shape(values.count / 2, 2))
  }

  /// The value below which `share` of `sorted` lies, on the line between the two nearest.
  private func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    return lerp(sorted[below], sorted[min(below + 1, sorted.count - 1)], place - Double(below))
  }
}
