import Engine
import Lessons

/// A metric of the lesson that is a curve: hit rate over false alarms, precision over
/// recall, share over probability.
struct MeasuredCurve {
  private let metric: Component
  private let columns: [String]
  private let rows: [[Double]]

  /// The curves that the lesson asks for.
  static func curves(of trace: Trace) -> [Block] {
    zip(trace.pipeline.evaluate.metrics, trace.evaluation).compactMap { metric, found in
      MeasuredCurve(metric, found).map { .scatter($0.scatter) }
    }
  }

  /// Nil where `metric` is no curve.
  private init?(_ metric: Component, _ found: Measurement) {
    columns = Catalog.metrics[metric.row].columns.map(\.description)
    guard found.shape.rank == 2, (2...3).contains(columns.count) else { return nil }
    self.metric = metric
    let width = columns.count
    rows = stride(from: 0, to: found.values.count, by: width).map { Array(found.values[$0..<$0 + width]) }
  }

  /// Which columns lie across and up: recall and probability across, as they are drawn everywhere.
  private var axes: (x: Int, y: Int) { columns[0].hasPrefix("false") ? (0, 1) : (1, 0) }

  private var scatter: Scatter {
    let (x, y) = axes
    return Scatter(
      caption: Caption("\(metric.name)", reading: reading, hue: .evaluate), axes: [columns[x], columns[y]],
      classes: [columns.count == 3 ? "thresholds" : "bins"],
      points: rows.map { .init(x: $0[x], y: $0[y], group: 0) }, isConnected: true)
  }

  private var reading: String {
    let (x, y) = axes
    let summary = metric.info.summary.description
    guard columns.count == 3 else {
      let off = rows.max { ($0[x] - $0[y]).magnitude < ($1[x] - $1[y]).magnitude }
      guard let off else { return summary }
      guard off[x] != off[y] else { return "\(summary) In every bin, both are the same." }
      let between = Between(off[x], off[y], isShare: true)
      return """
        \(summary) Furthest apart are a mean probability of \(between.first) and a share of \(between.second).
        """
    }
    // A curve ends at an infinite threshold, which nothing reaches.
    let half = rows.filter { $0[2] >= 0.5 && $0[2].isFinite }.min { $0[2] < $1[2] }
    guard let half else { return summary }
    return """
      \(summary) At \(Numbers.number(half[2])), the lowest threshold that is not below one half: \(columns[x]) \
      \(Numbers.percent(half[x], decimals: 1)), \(columns[y]) \(Numbers.percent(half[y], decimals: 1)).
      """
  }
}
