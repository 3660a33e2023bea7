import Engine

/// Stage 2: the data as trained on, and what every transform did to it.
struct PreprocessStage {
  let trace: Trace
  private var transforms: [TransformTrace] { trace.preprocess.transforms }
  private var names: Names { Names(trace.load) }
  /// Whether a transform comes before the split, and so sees the rows of both parts.
  private func isEarly(_ transform: TransformTrace) -> Bool { transform.validation[0] == 0 }

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    let (train, validation) = (transforms.last?.output ?? Shape(), transforms.last?.validation ?? Shape())
    return StageContent(
      summary: transforms.map(\.component.name).joined(separator: ", then "),
      input: Shape(trace.load.samples, trace.load.features).text,
      output: "\(train.text) · \(validation.text)", blocks: implied + [.table(steps)] + changes + parts)
  }

  private var implied: [Block] {
    guard trace.pipeline.impliesSplit else { return [] }
    return [
      .paragraph([
        .text("The lesson names no split, so "), .code(transforms.first?.component.call ?? ""),
        .text(" was put first."),
      ])
    ]
  }

  private func summary(of component: Component) -> String {
    component.info.summary.description
      + (component.setting("target") == "True" ? " The target is treated alike." : "")
  }

  private var steps: Table {
    Table(
      caption: transforms.contains(where: isEarly)
        ? "In this order: before the split fitted on all rows, after it on the training rows alone"
        : "In this order, and fitted on the training rows alone",
      columns: [
        .init([.text("Transform")]), .init([.text("In")], isNumeric: true),
        .init([.text("Training")], isNumeric: true), .init([.text("Validation")], isNumeric: true),
        .init([.text("What it does")]),
      ],
      rows: transforms.map { transform in
        .init([
          [.code(transform.component.call)], [.text(transform.input.text)],
          [.text((isEarly(transform) ? "all " : "") + transform.output.text)],
          [.text(isEarly(transform) ? "–" : transform.validation.text)],
          [.text(summary(of: transform.component))],
        ])
      }, hue: .preprocess)
  }

  /// How many rows of every class each part has.
  private var parts: [Block] {
    let (train, validation) = (trace.preprocess.trainClassCounts, trace.preprocess.validationClassCounts)
    guard (2...10).contains(train.count) else { return [] }
    let rows = train.indices.map { [names.class(Double($0)), "\(train[$0])", "\(validation[$0])"] }
    let total = ["all", "\(train.reduce(0, +))", "\(validation.reduce(0, +))"]
    return [
      .table(
        Table(
          caption: "Rows of every class",
          columns: [.init([.text("Class")])]
            + ["Training", "Validation"].map { .init([.text($0)], isNumeric: true) },
          rows: rows.map { .init($0.map { [.text($0)] }) }
            + [.init(total.map { [.text($0)] }, isMarked: true)], hue: .preprocess))
    ]
  }

  /// The transforms that change values: the same rows, and one feature's distribution, before and after.
  private var changes: [Block] {
    let changing = transforms.filter { $0.before.features != $0.after.features }
    return changing.count > 2
      ? pair(changing[0]) + pair(changing[changing.count - 1]) : changing.flatMap(pair)
  }

  private func pair(_ transform: TransformTrace) -> [Block] {
    [
      .tensor(table(transform.before, beside: transform, "Before")),
      .tensor(table(transform.after, beside: transform, "After")),
      .histogram(histogram(transform.statisticsBefore, beside: transform, "before")),
      .histogram(histogram(transform.statisticsAfter, beside: transform, "after")),
    ]
  }

  /// What the columns are called `Before` the transform, or `After` it.
  private func names(beside transform: TransformTrace, _ when: String) -> Names {
    let place = transforms.firstIndex(of: transform) ?? 0
    let done = transforms[...place].dropLast(when.lowercased() == "before" ? 1 : 0)
    return Names(trace.load, after: done.map(\.component))
  }

  private func table(_ sample: Sample, beside transform: TransformTrace, _ when: String) -> Tensor {
    SampleTable(
      sample: sample, names: names(beside: transform, when), classifies: trace.load.classes > 0
    ).tensor(
      "\(when) \(transform.component.name)",
      lead: isEarly(transform) ? "Rows of both parts" : "Training rows, numbered as loaded", hue: .preprocess)
  }

  /// The feature that the first stage shows; where the columns are others, the one that spreads widest.
  private func histogram(_ statistics: [Statistics], beside transform: TransformTrace, _ when: String)
    -> Histogram
  {
    let loaded = trace.load.statistics
    let chosen = Distribution.chosen(loaded.count == statistics.count ? loaded : statistics)
    let feature = names(beside: transform, when).featureText(chosen, of: statistics.count)
    return Distribution(statistics: statistics[chosen], feature: feature).histogram(
      "\(feature) \(when) \(transform.component.name)",
      rows: Numbers.count(transform.output[0], isEarly(transform) ? "row" : "training row"), hue: .preprocess)
  }
}
