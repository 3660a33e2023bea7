import Engine

/// Stage 4: the learning rate over the run.
struct ScheduleStage {
  let trace: Trace
  private var rates: [Double] { trace.epochs.map(\.rate.lr) }
  /// More places than this make a curve no clearer.
  private static let mostPlaces = 100

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    let curve = trace.rateCurve
    guard let scheduler = trace.pipeline.schedule.scheduler else {
      return StageContent(
        summary: "No schedule: the rate stays as it is", input: Numbers.number(rates.first ?? 0),
        output: Numbers.number(rates.last ?? 0),
        blocks: [
          .paragraph([.text("The lesson has no schedule: every epoch trains with the optimizer's own rate.")]
          ),
          .chart(chart),
        ])
    }
    return StageContent(
      summary: scheduler.summary, input: Numbers.number(rates.first ?? 0), output: curve.path,
      blocks: formula(scheduler) + [.chart(chart)] + parameters(scheduler))
  }

  private func formula(_ scheduler: Component) -> [Block] {
    [.paragraph(scheduler.does)]
      + (scheduler.formula.isEmpty ? [] : [.formula(scheduler.formula)])
  }

  private func parameters(_ scheduler: Component) -> [Block] {
    guard !scheduler.settings.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: scheduler.name,
          columns: [
            .init([.text("Parameter")]), .init([.text("Value")], isNumeric: true),
            .init([.text("What it is")]),
          ],
          rows: scheduler.settings.map { .init([[.code($0.name)], [.text($0.text)], [.text($0.help)]]) },
          hue: .schedule))
    ]
  }

  /// The rates by epoch, or by step where the schedule steps with every batch.
  private var chart: Chart {
    guard trace.schedulesSteps else {
      return Chart(axis: "epoch", x: trace.epochs.map { Double($0.epoch) }, panels: [panel(rates)] + momentum)
    }
    let stride = (trace.steps.lr.count + Self.mostPlaces - 1) / Self.mostPlaces
    let places = trace.steps.lr.indices.filter { $0 % stride == 0 }
    return Chart(
      axis: "step", x: places.map { Double($0 + 1) }, panels: [panel(places.map { trace.steps.lr[$0] })])
  }

  private func panel(_ values: [Double]) -> Chart.Panel {
    Chart.Panel(
      caption: Caption("Learning rate", reading: reading, hue: .schedule), axis: "Learning rate",
      series: [
        .init(name: "learning rate", values: values, texts: values.map(Numbers.number), isStepped: true)
      ],
      ticks: Ticks(values).cells)
  }

  /// What the curve does, and where it would go on to if that is somewhere else; a cycle that is over ends there.
  private var reading: String {
    let curve = trace.rateCurve
    let goesOn = RateCurve([curve.rates.last ?? 0, trace.nextRate.lr])
    let isCycle = trace.pipeline.schedule.scheduler?.call.contains("OneCycleLR") == true
    guard !goesOn.isConstant, !isCycle else { return curve.reading }
    return curve.reading
      + " One more \(curve.place) would use \(Numbers.apart(goesOn.rates[1], goesOn.rates[0]).0)."
  }

  /// The momentum, where the schedule cycles it.
  private var momentum: [Chart.Panel] {
    let values = trace.epochs.compactMap(\.rate.momentum)
    guard values.count == trace.epochs.count, let low = values.min(), let high = values.max(), low < high
    else {
      return []
    }
    let reading = "The schedule moves it between \(Numbers.number(low)) and \(Numbers.number(high))."
    return [
      Chart.Panel(
        caption: Caption("Momentum", reading: reading, hue: .schedule), axis: "Momentum",
        series: [.init(name: "momentum", values: values, texts: values.map(Numbers.number), isStepped: true)],
        ticks: Ticks(values).cells)
    ]
  }
}
