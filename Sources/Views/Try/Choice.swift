import Engine

extension Controls.Choice {
  /// The schedule of `pipeline`; its optimizer and its loss, where the page's engine has others.
  static func all(_ pipeline: Pipeline) -> [Self] {
    [Self(scheduleOf: pipeline)]
      + [
        Self("optimizer", pipeline.train.optimizer, pipeline.otherOptimizers, in: pipeline) {
          $0.train.optimizer = $1
        },
        Self("loss", pipeline.train.loss, pipeline.otherLosses, in: pipeline) { $0.train.loss = $1 },
      ].compactMap(\.self)
  }

  private init(scheduleOf pipeline: Pipeline) {
    let schedule = pipeline.schedule
    path = "schedule"
    name = schedule.scheduler?.name
    // Without a scheduler a byte says so, with one another: where the two differ, it begins.
    var (without, with) = (pipeline, pipeline)
    without.schedule.scheduler = nil
    with.schedule.scheduler = schedule.scheduler ?? pipeline.train.optimizer
    let start = Self.firstDifference(without, with)
    bytes = start..<start + schedule.scheduler.encoded.count
    beside =
      (schedule.cadence == .batch ? "step: batch\n" : "")
      + (schedule.watched == .valLoss ? "" : "metric: \(schedule.watched.name)\n")
  }

  /// `component`, which stands in `pipeline` where `set` puts another; nil where there are no `others`.
  private init?(
    _ path: String, _ component: Component, _ others: [Component], in pipeline: Pipeline,
    _ set: (inout Pipeline, Component) -> Void
  ) {
    guard let other = others.first else { return nil }
    var changed = pipeline
    set(&changed, other)
    // A component's bytes begin with its category's; the row, in which the two differ, follows.
    let start = Self.firstDifference(pipeline, changed) - 1
    self.init(
      path: path, name: component.name, bytes: start..<start + component.encoded.count, beside: "",
      names: others.map(\.name))
  }

  private static func firstDifference(_ a: Pipeline, _ b: Pipeline) -> Int {
    zip(a.encoded, b.encoded).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
  }
}
