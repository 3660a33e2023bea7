import Engine
import Lessons

/// The training trace: loss, accuracy and learning rate over one axis of epochs,
/// and a table of those worth a row.
struct EpochByEpoch {
  private let checked: Checked
  private let view: String
  /// The epoch that has a row whatever the others are; nil for none.
  private let epoch: Int?
  private var trace: Trace { checked.trace }
  private var epochs: [Epoch] { trace.epochs }

  init(_ checked: Checked, view: String, epoch: Int? = nil) {
    self.checked = checked
    self.view = view
    self.epoch = epoch
  }

  var blocks: [Block] {
    let prose = Prose(checked: checked, view: view, lowered: 0)
    return [.heading(level: 2, text: [.text("Training trace, epoch by epoch")], anchor: "\(view)-training")]
      + prose.blocks(checked.lesson.trainingTrace?.prose ?? []) + [.chart(chart), .table(table)]
  }

  /// The panels; none for accuracy in regression.
  var chart: Chart {
    Chart(
      axis: "epoch", x: epochs.map { Double($0.epoch) }, panels: [loss] + accuracy + [rate], anchor: "epoch")
  }

  private var loss: Chart.Panel {
    let (training, validation) = (epochs.map(\.loss), epochs.map(\.valLoss))
    let format = ColumnFormat(training + validation)
    return Chart.Panel(
      caption: Caption(
        "Loss", reading: SeriesReading(training, validation, text: format.text).sentence, hue: .train),
      axis: "Loss (\(trace.pipeline.train.loss.name))",
      series: series(training, validation, text: format.text), ticks: Ticks(training + validation).cells)
  }

  private var accuracy: [Chart.Panel] {
    let (training, validation) = (epochs.compactMap(\.accuracy), epochs.compactMap(\.valAccuracy))
    guard training.count == epochs.count, validation.count == epochs.count else { return [] }
    let text = { Numbers.percent($0, decimals: 1) }
    return [
      Chart.Panel(
        caption: Caption(
          "Accuracy", reading: SeriesReading(training, validation, areShares: true, text: text).sentence,
          hue: .evaluate),
        axis: "Accuracy (share that is right)", series: series(training, validation, text: text),
        ticks: Ticks(training + validation, arePercentages: true).cells)
    ]
  }

  private var rate: Chart.Panel {
    let rates = epochs.map(\.rate.lr)
    return Chart.Panel(
      caption: Caption(
        "Learning rate", reading: trace.firstStepsNote + trace.rateCurve.reading, hue: .schedule),
      axis: "Learning rate",
      series: [
        .init(name: "learning rate", values: rates, texts: rates.map(Numbers.number), isStepped: true)
      ],
      ticks: Ticks(rates).cells)
  }

  private func series(_ training: [Double], _ validation: [Double], text: (Double) -> String) -> [Chart
    .Series]
  {
    [
      .init(name: "training", values: training, texts: training.map(text)),
      .init(name: "validation", values: validation, texts: validation.map(text), isSecondary: true),
    ]
  }
}

// The table.
extension EpochByEpoch {
  /// One column of numbers.
  private struct Column {
    let title: String
    let text: (Epoch) -> String
  }

  private var columns: [Column] {
    let losses = ColumnFormat(epochs.flatMap { [$0.loss, $0.valLoss] })
    let rates = ColumnFormat(epochs.map(\.rate.lr))
    let percent = { (share: Double?) in share.map { Numbers.percent($0, decimals: 1) } ?? "–" }
    let classifies = epochs.contains { $0.accuracy != nil }
    return [
      Column(title: "Loss\u{a0}↓") { losses.text($0.loss) },
      Column(title: "Validation loss\u{a0}↓") { losses.text($0.valLoss) },
    ]
      + (classifies
        ? [
          Column(title: "Accuracy\u{a0}↑") { percent($0.accuracy) },
          Column(title: "Validation accuracy\u{a0}↑") { percent($0.valAccuracy) },
        ] : [])
      + [Column(title: "Learning rate") { rates.text($0.rate.lr) }]
  }

  private var table: Table {
    let columns = self.columns
    return Table(
      columns: [.init([.text("Epoch")], isNumeric: true)]
        + columns.map { .init([.text($0.title)], isNumeric: true) } + [.init([.text("Observation")])],
      rows: rows.map { epoch, observation in
        .init(
          [[.text("\(epoch.epoch)")]] + columns.map { [.text($0.text(epoch))] } + [observation],
          isMarked: epoch.epoch == self.epoch, epoch: epoch.epoch)
      })
  }

  /// The author's rows, or those that the run picks; the author's words, or computed ones.
  private var rows: [(Epoch, [Inline])] {
    let prose = Prose(checked: checked, view: view)
    let observations = Observations(trace)
    let written = checked.observations.map { ($0.epoch, prose.inlines($0.text)) }
    var chosen = written.isEmpty ? observations.picks.map { ($0, []) } : written
    if let epoch, !chosen.contains(where: { $0.0 == epoch }) {
      chosen.insert((epoch, []), at: chosen.firstIndex { $0.0 > epoch } ?? chosen.endIndex)
    }
    return chosen.compactMap { number, text in
      guard epochs.indices.contains(number - 1) else { return nil }
      return (epochs[number - 1], text.isEmpty ? observations.sentence(for: number) : text)
    }
  }
}
