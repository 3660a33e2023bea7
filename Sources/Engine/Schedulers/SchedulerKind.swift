/// What a schedule sets: the learning rate, and the momentum where the scheduler cycles it.
public struct Rate: Sendable, Equatable {
  /// The learning rate, per step.
  public var lr: Double
  /// SGD's momentum or Adam's β₁; nil where the optimizer has none.
  public var momentum: Double?

  /// A learning rate and a momentum.
  public init(lr: Double, momentum: Double? = nil) {
    self.lr = lr
    self.momentum = momentum
  }
}

/// Where a schedule stands: a plain value that its scheduler advances.
public struct SchedulerState: Sendable, Equatable {
  /// What is in force.
  public var rate: Rate
  /// How often the schedule was advanced; −1 before its first step. PyTorch's `last_epoch`.
  public var step = -1
  /// The rate that the schedule is reckoned from.
  var base = 0.0
  /// PyTorch's `initial_lr`: the base of schedulers yet to begin, shared by the parts; nil before the first.
  var initial: Double?
  /// What a scheduler remembers beside that; each says which element is what.
  var memory = SIMD4<Double>.zero
  /// The states of the schedulers that it is made of; all act on one rate.
  var parts: [SchedulerState] = []

  /// The state before the first step, at the optimizer's own rate.
  init(_ rate: Rate) { self.rate = rate }

  /// Lets part number `index` act on the common rate.
  mutating func withPart(
    _ index: Int, _ act: (inout SchedulerState) throws(EngineError) -> Void
  ) throws(EngineError) {
    parts[index].rate = rate
    parts[index].initial = initial
    try act(&parts[index])
    rate = parts[index].rate
    initial = parts[index].initial
  }
}

/// A schedule: a pure function of the step and, for plateaus, of the metric so far.
///
/// It never holds or changes an optimizer; the training loop passes the rate in. Most schedulers say no more
/// than how a rate follows from the one before, in `update`. `begin` apart, nothing here allocates.
protocol SchedulerKind: ComponentKind {
  /// Sets the rate for `state.step`, given the rate before;
  /// `initial` in the first step of a schedule or a resumption.
  func update(_ state: inout SchedulerState, initial: Bool) throws(EngineError)
  /// The learning rate at `step` computed from the base rate alone, where there is such a formula.
  func closedForm(_ base: Double, step: Int) -> Double?
  /// What the formula makes of a step, in the order in which it is worked out; the last term is the rate.
  func terms(_ advance: Advance) -> [Term]
  /// The terms, and whose they are.
  func explain(_ advance: Advance) -> Terms
  /// Takes the rate over and performs the first step, as PyTorch's constructors do.
  func begin(_ state: inout SchedulerState) throws(EngineError)
  /// Goes on by one step; `metric` is what a plateau watches.
  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError)
  /// Starts over at step 0 in the middle of a run, as SequentialLR asks at a milestone.
  func restart(_ state: inout SchedulerState) throws(EngineError)
  /// Whether it sets the momentum too.
  var cyclesMomentum: Bool { get }
  /// Whether it cannot do without a metric.
  static var watchesMetric: Bool { get }
}

extension SchedulerKind {
  func closedForm(_ base: Double, step: Int) -> Double? { nil }

  func begin(_ state: inout SchedulerState) throws(EngineError) {
    state.base = state.initial ?? state.rate.lr
    state.initial = state.base
    try advance(&state, metric: nil, initial: true)
  }

  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError) {
    state.step += 1
    try update(&state, initial: initial)
  }

  func restart(_ state: inout SchedulerState) throws(EngineError) {
    state.step = 0
    if let lr = closedForm(state.base, step: 0) {
      state.rate.lr = lr
    } else {
      try update(&state, initial: false)
    }
  }

  var cyclesMomentum: Bool { false }
  static var watchesMetric: Bool { false }
}
