/// Lets several schedulers act on one rate, one after the other at every step.
///
/// With factors that multiply the rate before, the schedule is their product.
struct ChainedScheduler: SchedulerKind {
  static let info = Info(
    "ChainedScheduler",
    [.components("schedulers", .scheduler, "what acts at every step, in order")],
    summary: "Lets several schedulers act on one rate at every step.",
    source: "PyTorch, torch.optim.lr_scheduler.ChainedScheduler",
    example: "schedulers: [LinearLR, { ExponentialLR: { gamma: 0.9 } }]")

  let schedulers: [Scheduler]
  private let names: [StaticString]

  init(_ arguments: inout Arguments) throws(EngineError) {
    let components: [Component] = arguments.next()
    schedulers = try Self.parts(components)
    names = components.map { $0.info.name }
  }

  var cyclesMomentum: Bool { schedulers.contains { $0.cyclesMomentum } }

  func begin(_ state: inout SchedulerState) throws(EngineError) {
    for (index, scheduler) in schedulers.enumerated() {
      state.parts.append(SchedulerState(state.rate))
      state.parts[index].step = state.step
      try state.withPart(index, scheduler.begin)
    }
    state.step += 1
  }

  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError) {
    state.step += 1
    try update(&state, initial: initial)
  }

  func update(_ state: inout SchedulerState, initial: Bool) throws(EngineError) {
    for (index, scheduler) in schedulers.enumerated() {
      try state.withPart(index) { (part: inout SchedulerState) throws(EngineError) in
        try scheduler.go(&part, nil, false)
      }
    }
  }

  /// The rate after each of the schedulers has acted.
  func terms(_ advance: Advance) -> [Term] {
    [Term("t", advance.t), Term(#"\eta_{t-1}"#, advance.t == 0 ? .nan : advance.before.rate.lr)]
      + zip(names, advance.after.parts).map { Term(after: $0, $1.rate.lr) }
      + [Term(#"\eta_t"#, advance.rate)]
  }
}

extension SchedulerKind {
  /// The schedulers that a scheduler is made of.
  ///
  /// Throws where there is none, or one that watches a metric.
  static func parts(_ components: [Component]) throws(EngineError) -> [Scheduler] {
    if components.isEmpty { throw invalid(parameter: 0, "at least one scheduler is needed") }
    var schedulers: [Scheduler] = []
    for component in components {
      if Catalog.schedulers[component.row].watchesMetric {
        throw invalid(parameter: 0, "ReduceLROnPlateau watches a metric and cannot be a part")
      }
      schedulers.append(try Scheduler(component))
    }
    return schedulers
  }
}
