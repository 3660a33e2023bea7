import Engine
import Lessons

/// Two runs from one seed, one with a schedule and one without.
struct Comparison {
  let scheduled: Trace
  let unscheduled: Trace
  static let names = ["with the schedule", "without"]
  private var longest: Int { max(scheduled.epochs.count, unscheduled.epochs.count) }

  /// Loss, validation loss and rate of both runs over one axis of epochs.
  var chart: Chart {
    Chart(
      axis: "epoch", x: (0..<longest).map { Double($0 + 1) },
      panels: [
        panel("Training loss", hue: .train) { $0.loss },
        panel("Validation loss", hue: .train) { $0.valLoss }, rates,
      ])
  }

  private func panel(_ name: String, hue: Hue, _ value: (Epoch) -> Double) -> Chart.Panel {
    let lines = [scheduled, unscheduled].map { $0.epochs.map(value) }
    let format = ColumnFormat(lines.joined().map { $0 })
    let ends = Between(lines[0].last ?? .nan, lines[1].last ?? .nan)
    let reading =
      ends.first == ends.second
      ? "Both runs end at \(ends.first)."
      : "It ends at \(ends.first) with the schedule, at \(ends.second) without."
    return Chart.Panel(
      caption: Caption(name, reading: reading, hue: hue),
      axis: "\(name) (\(scheduled.pipeline.train.loss.name))", series: series(lines, text: format.text),
      ticks: Ticks(lines.joined().map { $0 }).cells)
  }

  private var rates: Chart.Panel {
    let lines = [scheduled, unscheduled].map { $0.epochs.map(\.rate.lr) }
    let own = Numbers.number(lines[1].first ?? 0)
    let path = scheduled.rateCurve.path + (scheduled.rateCurve.isConstant ? " throughout" : "")
    let reading = scheduled.firstStepsNote + "With the schedule: \(path). Without: \(own) throughout."
    return Chart.Panel(
      caption: Caption("Learning rate", reading: reading, hue: .schedule), axis: "Learning rate",
      series: series(lines, text: Numbers.number, isStepped: true),
      ticks: Ticks(lines.joined().map { $0 }).cells)
  }

  /// A line per run; a run that stopped early has no value for the epochs that it lacks.
  private func series(
    _ lines: [[Double]], text: (Double) -> String, isStepped: Bool = false
  ) -> [Chart.Series] {
    lines.enumerated().map { place, line in
      let missing = longest - line.count
      return Chart.Series(
        name: Self.names[place], values: line + Array(repeating: .nan, count: missing),
        texts: line.map(text) + Array(repeating: "–", count: missing), isSecondary: place == 1,
        isStepped: isStepped)
    }
  }
}

// How both runs end.
extension Comparison {
  /// A quantity that both runs end with.
  private struct Row {
    let title: String
    let values: [Double]
    var isShare = false

    var cells: [String] {
      let between = Between(values[1], values[0], isShare: isShare)
      return [between.second, between.first, between.change]
    }
  }

  var table: Table {
    Table(
      caption: "At the end of both runs",
      columns: [.init([.text("Quantity")])]
        + ["With", "Without", "Difference"].map { .init([.text($0)], isNumeric: true) },
      rows: rows.map { row in .init([[.text(row.title)]] + row.cells.map { [.text($0)] }) }, hue: .evaluate)
  }

  private var rows: [Row] {
    let ends = [scheduled, unscheduled].compactMap(\.epochs.last)
    guard ends.count == 2 else { return [] }
    let accuracies = [
      Row(title: "Training accuracy\u{a0}↑", values: ends.compactMap(\.accuracy), isShare: true),
      Row(title: "Validation accuracy\u{a0}↑", values: ends.compactMap(\.valAccuracy), isShare: true),
    ]
    return [
      Row(title: "Training loss\u{a0}↓", values: ends.map(\.loss)),
      Row(title: "Validation loss\u{a0}↓", values: ends.map(\.valLoss)),
    ] + accuracies.filter { $0.values.count == 2 } + measured
  }

  /// The metrics of the lesson that are one number, but for loss and accuracy.
  private var measured: [Row] {
    scheduled.pipeline.evaluate.metrics.indices.compactMap { place in
      let metric = scheduled.pipeline.evaluate.metrics[place]
      let found = [scheduled, unscheduled].map { $0.evaluation[place] }
      guard found.allSatisfy({ $0.shape.rank == 0 }), !["loss", "accuracy"].contains(metric.name) else {
        return nil
      }
      return Row(
        title: "\(metric.name)\u{a0}\(metric.better)", values: found.map { $0.values[0] })
    }
  }
}
