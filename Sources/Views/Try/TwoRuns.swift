import Engine
import Lessons

/// The lesson's own run and one with other settings: where they part, and what each ends with.
struct TwoRuns {
  private let (lesson, other): (Trace, Trace)

  init(_ lesson: Trace, _ other: Trace) { (self.lesson, self.other) = (lesson, other) }

  /// The sentence, the table and the chart.
  var blocks: [Block] { [.paragraph([.text(parting + measures)]), .table(table), .chart(chart)] }

  /// That the losses do not compare, where they are measured otherwise.
  private var measures: String {
    lesson.pipeline.train.loss == other.pipeline.train.loss
      ? "" : " The loss is another measure here: the losses of the two runs do not compare."
  }

  /// The first step at which the runs differ, and in what; else the first epoch that validates otherwise;
  /// or that they do not differ.
  var parting: String {
    let (a, b) = (lesson.steps, other.steps)
    let series: [(name: String, a: [Double], b: [Double])] = [
      ("learning rate", a.lr, b.lr), ("momentum", a.momentum, b.momentum), ("loss", a.loss, b.loss),
      ("accuracy", a.accuracy, b.accuracy), ("gradient’s norm", a.gradNorm, b.gradNorm),
    ]
    let count = min(a.loss.count, b.loss.count)
    for step in 0..<count {
      let found = series.first { step < $0.a.count && step < $0.b.count && $0.a[step] != $0.b[step] }
      guard let found else { continue }
      let start =
        step == 0
        ? "The runs part"
        : "The runs are the same, bit for bit, for \(Numbers.count(step, "step")). They part"
      let (own, here) = Self.apart(found.a[step], found.b[step])
      return """
        \(start) at step \(step + 1), in epoch \(step / max(a.perEpoch, 1) + 1): the \(found.name) is \
        \(own) in the lesson, \(here) here.
        """
    }
    // A setting such as the momentum of a batch norm's statistics shows in validation alone.
    let validated = zip(lesson.epochs, other.epochs).first { $0.valLoss.bitPattern != $1.valLoss.bitPattern }
    if let (own, here) = validated {
      let losses = Self.apart(own.valLoss, here.valLoss)
      return """
        The steps that both runs take are the same, bit for bit, but after epoch \(own.epoch) the validation loss is \
        \(losses.0) in the lesson, \(losses.1) here.
        """
    }
    return lesson.epochs.count == other.epochs.count
      ? "The runs are the same, bit for bit, at every step."
      : """
      The runs are the same, bit for bit, for \(Numbers.count(count, "step")); the lesson trains \
      \(Numbers.count(lesson.epochs.count, "epoch")), this run \(other.epochs.count).
      """
  }

  /// Two values in as many digits as tell them apart.
  private static func apart(_ a: Double, _ b: Double) -> (String, String) {
    let (first, second) = (Numbers.number(a), Numbers.number(b))
    guard first == second else { return (first, second) }
    let between = Between(a, b)
    return (between.first, between.second)
  }

  /// What both runs end with.
  var table: Table {
    Table(
      columns: [.init([.text("At the end")])]
        + ["The lesson", "This run", "Change"].map { .init([.text($0)], isNumeric: true) },
      rows: rows.map { name, a, b, isShare in
        let between = Between(a, b, isShare: isShare)
        return .init([name, between.first, between.second, between.change].map { [.text($0)] })
      })
  }

  private var rows: [(name: String, a: Double, b: Double, isShare: Bool)] {
    guard let a = lesson.epochs.last, let b = other.epochs.last else { return [] }
    let series: [(String, Double?, Double?, Bool)] = [
      ("Training loss\u{a0}↓", a.loss, b.loss, false),
      ("Validation loss\u{a0}↓", a.valLoss, b.valLoss, false),
      ("Training accuracy\u{a0}↑", a.accuracy, b.accuracy, true),
      ("Validation accuracy\u{a0}↑", a.valAccuracy, b.valAccuracy, true),
    ]
    let metrics = zip(lesson.pipeline.evaluate.metrics, zip(lesson.evaluation, other.evaluation)).compactMap {
      metric, values -> (String, Double?, Double?, Bool)? in
      guard !["accuracy", "loss"].contains(metric.name), values.0.values.count == 1,
        values.1.values.count == 1
      else { return nil }
      return ("\(metric.call)\u{a0}\(metric.better)", values.0.values[0], values.1.values[0], false)
    }
    return (series + metrics).compactMap { name, a, b, isShare in
      guard let a, let b else { return nil }
      return (name, a, b, isShare)
    }
  }

  /// Both runs, panel by panel: this one, and the lesson's dashed.
  var chart: Chart {
    let count = max(lesson.epochs.count, other.epochs.count)
    let classifies = lesson.epochs.allSatisfy { $0.valAccuracy != nil }
    return Chart(
      axis: "epoch", x: (1...max(count, 1)).map { Double($0) },
      panels: [
        panel("Training loss", .train, count) { $0.loss },
        panel("Validation loss", .train, count) { $0.valLoss },
      ]
        + (classifies
          ? [panel("Validation accuracy", .evaluate, count, isShare: true) { $0.valAccuracy ?? .nan }] : [])
        + [panel("Learning rate", .schedule, count) { $0.rate.lr }])
  }

  private func panel(
    _ name: String, _ hue: Hue, _ count: Int, isShare: Bool = false, _ value: (Epoch) -> Double
  ) -> Chart.Panel {
    let (a, b) = (lesson.epochs.map(value), other.epochs.map(value))
    let text = { (value: Double) in isShare ? Numbers.percent(value, decimals: 1) : Numbers.number(value) }
    let series = [("this run", b, false), ("the lesson", a, true)].map { name, values, isSecondary in
      let padded = values + [Double](repeating: .nan, count: count - values.count)
      return Chart.Series(
        name: name, values: padded, texts: padded.map { $0.isFinite ? text($0) : "–" },
        isSecondary: isSecondary, isStepped: hue == .schedule)
    }
    let reading = Self.reading(
      a.last ?? .nan, b.last ?? .nan, isShare: isShare, isRate: hue == .schedule, text: text)
    return Chart.Panel(
      caption: Caption(name, reading: reading, hue: hue),
      axis: name, series: series, ticks: Ticks(a + b, arePercentages: isShare).cells)
  }

  /// What the runs end with; a rate is that with which an epoch begins, since it may move within one.
  private static func reading(
    _ a: Double, _ b: Double, isShare: Bool, isRate: Bool, text: (Double) -> String
  ) -> String {
    let between = Between(a, b, isShare: isShare)
    let (own, here) =
      a.isFinite && b.isFinite && a != b ? (between.first, between.second) : (text(a), text(b))
    if own == here {
      return isRate ? "The last epoch of both runs begins with \(own)." : "Both runs end at \(own)."
    }
    return isRate
      ? "The last epoch begins with \(own) in the lesson, with \(here) here."
      : "The lesson ends at \(own), this run at \(here)."
  }
}
