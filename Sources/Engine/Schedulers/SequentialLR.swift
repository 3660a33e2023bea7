/// Lets schedulers follow one another, each from its milestone on.
///
/// At step `milestones[k]` scheduler k + 1 starts over at its step 0. Throws unless there is one
/// milestone less than schedulers, none less than the one before, and no scheduler after the first
/// is itself made of schedulers.
struct SequentialLR: SchedulerKind {
  static let info = Info(
    "SequentialLR",
    [
      .components("schedulers", .scheduler, "what follows one another"),
      .integers(
        "milestones", in: 0...Parameter.countLimit, count: 0...64, "steps at which the next one takes over"),
    ],
    summary: "Lets schedulers follow one another, each from its milestone on.",
    source: "PyTorch, torch.optim.lr_scheduler.SequentialLR",
    example: "schedulers: [LinearLR, { CosineAnnealingLR: { T_max: 35 } }], milestones: [5]")

  let schedulers: [Scheduler]
  let milestones: [Int]

  init(_ arguments: inout Arguments) throws(EngineError) {
    let components: [Component] = arguments.next()
    schedulers = try Self.parts(components)
    milestones = arguments.next()
    if milestones.count != schedulers.count - 1 {
      throw Self.invalid(parameter: 1, "one milestone less than schedulers is needed")
    }
    for (a, b) in zip(milestones, milestones.dropFirst()) where a > b {
      throw Self.invalid(parameter: 1, "milestones must not decrease")
    }
    for component in components.dropFirst() where component.isComposite {
      throw Self.invalid(parameter: 0, "only the first may itself be made of schedulers")
    }
  }

  var cyclesMomentum: Bool { schedulers.contains { $0.cyclesMomentum } }

  func begin(_ state: inout SchedulerState) throws(EngineError) {
    for (index, scheduler) in schedulers.enumerated() {
      state.parts.append(SchedulerState(state.rate))
      try state.withPart(index, scheduler.begin)
    }
    state.rate.lr = state.initial ?? state.rate.lr
    state.undo()
    state.step += 1
    let index = active(at: 0)
    let scheduler = schedulers[index]
    try state.withPart(index) { (part: inout SchedulerState) throws(EngineError) in
      try scheduler.go(&part, nil, true)
    }
  }

  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError) {
    state.step += 1
    try update(&state, initial: initial)
  }

  func update(_ state: inout SchedulerState, initial: Bool) throws(EngineError) {
    let index = active(at: state.step)
    let scheduler = schedulers[index]
    if index > 0 && milestones[index - 1] == state.step {
      try state.withPart(index, scheduler.restart)
    } else {
      try state.withPart(index) { (part: inout SchedulerState) throws(EngineError) in
        try scheduler.go(&part, nil, false)
      }
    }
  }

  /// Which scheduler is in force at `step`.
  private func active(at step: Int) -> Int {
    var index = 0
    while index < milestones.count && milestones[index] <= step { index += 1 }
    return index
  }

  func explain(_ advance: Advance) -> Terms {
    let index = active(at: advance.t)
    var terms = schedulers[index].explain(advance.part(index))
    terms.path.insert(index, at: 0)
    return terms
  }
}

extension SchedulerState {
  /// Takes the first step of every part back, and of theirs; their rates are not theirs to restore.
  fileprivate mutating func undo() {
    for index in parts.indices {
      if parts[index].parts.isEmpty { parts[index].step -= 1 } else { parts[index].undo() }
    }
  }
}

extension Component {
  /// Whether it is made of components.
  var isComposite: Bool {
    arguments.contains { if case .components = $0 { true } else { false } }
  }
}
