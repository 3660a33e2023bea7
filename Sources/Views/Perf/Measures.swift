import Engine
import Lessons

/// The metrics of a lesson that are numbers or short lists, beside what a model without any learning gets.
struct Measures {
  private let trace: Trace
  private let baseline: Baseline

  init(_ trace: Trace) {
    self.trace = trace
    baseline = Baseline(trace)
  }

  /// A metric with what it found and what it means.
  struct Row {
    let metric: Component
    let found: Measurement
    let meaning: String
  }

  /// The metrics, in the lesson's order; matrices and curves are not among them.
  static func rows(of trace: Trace) -> [Row] {
    zip(trace.pipeline.evaluate.metrics, trace.evaluation).filter { $1.shape.rank < 2 }.map { metric, found in
      let unit = TargetUnit(trace).name(power: metric.targetPower).map { " Its unit: \($0)." } ?? ""
      return Row(metric: metric, found: found, meaning: metric.info.summary.description + unit)
    }
  }

  /// The table; of a lesson without metrics, loss and accuracy alone.
  var table: [Block] {
    let rows = Self.rows(of: trace)
    guard !rows.isEmpty else {
      return [.paragraph([.text("The lesson asks for no metric. \(Score(trace).sentence).")])]
    }
    return [
      .table(
        Table(
          caption: "On \(Numbers.count(trace.outcome.rows, "validation row"))",
          columns: [
            .init([.text("Metric")]), .init([.text("Value")], isNumeric: true),
            .init([.text("Without learning")], isNumeric: true), .init([.text("What it is")]),
          ],
          rows: rows.map { row in
            .init([
              [.code(row.metric.call), .text("\u{a0}\(row.metric.better)")],
              [.text(Score.text(row.found, of: row.metric))],
              [.text(baseline.text(of: row.metric))], [.text(row.meaning)],
            ])
          }, hue: .evaluate)),
      .paragraph([.text("Without learning: \(baseline.sentence)")]),
    ]
  }
}

extension Component {
  /// Whether less of this metric is better.
  var lessIsBetter: Bool { Catalog.metrics[row].lessIsBetter }

  /// The way in which this metric gets better.
  var better: String { lessIsBetter ? "↓" : "↑" }

  /// Which power of the target's unit this metric counts in.
  var targetPower: Int { Catalog.metrics[row].targetPower }
}

/// What the targets of a regression count in.
struct TargetUnit {
  /// The standard deviation or the range that a transform made the unit; nil where targets are as loaded.
  private let scaler: Component?

  init(_ trace: Trace) {
    // One that only centres leaves the unit as it is.
    scaler = trace.pipeline.preprocess.first {
      $0.setting("target") == "True" && $0.setting("with_std") != "False"
    }
  }

  /// The unit to the `power`; nil where a number has none.
  func name(power: Int) -> String? {
    guard power > 0 else { return nil }
    let unit =
      switch scaler?.name {
      case nil: "units of the target"
      case "StandardScaler": "standard deviations of the training target"
      default: "units of the scaled target"
      }
    return power == 2 ? "squared \(unit)" : unit
  }
}
