import Engine

/// Stage 5 as it was read, and where.
struct ReadEvaluation {
  var stage: Pipeline.Evaluate
  var metrics: [ComponentPlace]
  var predict: [SourceRange]
  var crossValidation: ComponentPlace?
}

extension PipelineReader {
  /// Stage 4: a scheduler or `none`, and beside it `step` and `metric`.
  mutating func schedule(
    _ fields: Fields, _ setting: Setting
  ) -> (stage: Pipeline.Schedule, place: ComponentPlace?)? {
    if setting.isNone || setting.plain == "none" { return (Pipeline.Schedule(nil), nil) }
    var fields = fields
    let step = fields.take("step")
    let metric = fields.take("metric")
    let cadence = diagnostics.value(step, "epoch or batch") { setting -> Pipeline.Schedule.Cadence? in
      switch setting.text {
      case "epoch": .epoch
      case "batch": .batch
      default: nil
      }
    }
    let watched = watched(metric)
    if let pair = fields.rest.first, fields.rest.count == 1, pair.key == "none" {
      return (Pipeline.Schedule(nil), nil)
    }
    guard let read = component(fields, setting, .scheduler, others: ["none", "step", "metric"]) else {
      return nil
    }
    let watcher = read.component.watcher
    if let metric, watcher == nil {
      diagnostics.report(
        .invalidValue, "\(read.place.name) watches no metric", at: metric.keyRange,
        helps: ["leave metric out"])
    }
    if cadence == .batch, let watcher {
      diagnostics.report(
        .invalidValue, "\(watcher) watches what an epoch ends with, and cannot step by the batch",
        at: step?.value.range, helps: ["write step: epoch"])
    }
    return (
      Pipeline.Schedule(read.component, cadence: cadence ?? .epoch, watched: watched ?? .valLoss), read.place
    )
  }

  /// Stage 5: the metrics, the rows to follow, and the folds of a cross-validation.
  mutating func evaluate(_ fields: Fields, _ setting: Setting) -> ReadEvaluation? {
    var fields = fields
    guard setting.isNone || !fields.rest.isEmpty else {
      diagnostics.report(
        .invalidValue, "the evaluate stage is a mapping, found \(setting.description)", at: setting.range,
        helps: ["write metrics: [accuracy] and predict: 0"])
      return nil
    }
    var metrics: [ReadComponent] = []
    if let pair = fields.take("metrics"), !pair.value.isNone {
      let list = Setting(content: .list(pair.value.items), range: pair.value.range)
      guard let read = components.components(list, .metric) else { return nil }
      metrics = read
    }
    let pair = fields.take("predict")
    var rows: [(choice: Pipeline.Evaluate.Choice, range: SourceRange)] = [(.row(0), setting.range)]
    if let pair {
      rows = pair.value.items.compactMap { item in self.choice(item).map { ($0, item.range) } }
    }
    var folds: ReadComponent?
    if let pair = fields.take("cross_validation"), !pair.value.isNone {
      guard let read = components.component(pair.value, .splitter) else { return nil }
      folds = read
    }
    diagnostics.refuse(
      fields.rest, known: ["metrics", "predict", "cross_validation"], in: "the evaluate stage")
    var stage = Pipeline.Evaluate(metrics: metrics.map(\.component), predict: rows.map(\.choice))
    stage.crossValidation = folds?.component
    return ReadEvaluation(
      stage: stage, metrics: metrics.map(\.place), predict: rows.map(\.range), crossValidation: folds?.place)
  }

  private mutating func choice(_ setting: Setting) -> Pipeline.Evaluate.Choice? {
    if let row = setting.integer, (0...Parameter.countLimit).contains(row) { return .row(row) }
    let words: [(name: String, choice: Pipeline.Evaluate.Choice)] = [
      ("most_confident", .mostConfident), ("least_confident", .leastConfident),
      ("misclassified", .misclassified),
    ]
    if let found = words.first(where: { $0.name == setting.text }) { return found.choice }
    diagnostics.report(
      .invalidValue,
      "predict must be a row from 0, or one of \(Suggestion.list(words.map(\.name), "or")), found "
        + setting.description, at: setting.range,
      helps: Suggestion.nearest(to: setting.text ?? "", among: words.map(\.name)).map {
        ["did you mean \($0)?"]
      }
        ?? [])
    return nil
  }
}

extension Component {
  /// The scheduler, this or one within it, that cannot do without a metric.
  var watcher: String? {
    if category == .scheduler && Catalog.schedulers[row].watchesMetric { return info.name.description }
    for case .components(let parts) in arguments {
      for part in parts { if let watcher = part.watcher { return watcher } }
    }
    return nil
  }
}
