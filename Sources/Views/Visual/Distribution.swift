import Engine

/// How the values of one feature are distributed.
struct Distribution {
  let statistics: Statistics
  /// What the feature is called, as plain text.
  let feature: String

  /// The feature that the page speaks of: the one that spreads widest; of those that spread as wide but for a
  /// hundredth, the first that fills the most bins.
  static func chosen(_ statistics: [Statistics]) -> Int {
    let widest = statistics.map(\.deviation).max() ?? 0
    let filled = statistics.map { $0.deviation >= 0.99 * widest ? $0.histogram.count { $0 > 0 } : -1 }
    return filled.indices.reduce(0) { filled[$1] > filled[$0] ? $1 : $0 }
  }

  /// The histogram called `name`, of `count` rows.
  func histogram(_ name: String, rows: String, hue: Hue) -> Histogram {
    Histogram(
      caption: Caption(
        name, reading: "\(feature) over \(rows): mean \(mean), deviation \(deviation).", hue: hue),
      lower: .init(statistics.minimum, text: end(statistics.minimum)),
      upper: .init(statistics.maximum, text: end(statistics.maximum)), counts: statistics.histogram)
  }

  var mean: String { text(statistics.mean) }
  var deviation: String { text(statistics.deviation) }

  /// An end of the axis; a whole number has no digits after the point.
  private func end(_ value: Double) -> String {
    value == value.rounded() ? Numbers.number(value) : text(value)
  }

  /// Three digits of what the feature spreads by: a mean that only rounding keeps from 0 reads as 0.
  private func text(_ value: Double) -> String {
    guard statistics.deviation > 0 else { return Numbers.number(value) }
    return Numbers.fixed(value, decimals: min(max(2 - Numbers.exponent(statistics.deviation), 0), 8))
  }
}
