/// A scheduler with its parameters.
///
/// ```swift
/// let scheduler = try Scheduler(component)
/// var state = try scheduler.start(optimizer.base)
/// for epoch in 1...epochs { train(at: state.rate); try scheduler.advance(&state, validationLoss) }
/// ```
public struct Scheduler: Sendable {
  /// Whether it sets the momentum too: the optimizer must then keep what a momentum needs.
  public let cyclesMomentum: Bool
  let begin: @Sendable (inout SchedulerState) throws(EngineError) -> Void
  let go: @Sendable (inout SchedulerState, Double?, Bool) throws(EngineError) -> Void
  let restart: @Sendable (inout SchedulerState) throws(EngineError) -> Void
  let explain: @Sendable (Advance) -> Terms

  init<Kind: SchedulerKind>(_ kind: Kind) {
    cyclesMomentum = kind.cyclesMomentum
    begin = { (state: inout SchedulerState) throws(EngineError) in try kind.begin(&state) }
    go = { (state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError) in
      try kind.advance(&state, metric: metric, initial: initial)
    }
    restart = { (state: inout SchedulerState) throws(EngineError) in try kind.restart(&state) }
    #if hasFeature(Embedded)
      explain = { _ in Terms(scheduler: Kind.info, list: []) }
    #else
      explain = { kind.explain($0) }
    #endif
  }

  /// The scheduler of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try Catalog.schedulers[component.row].make(&arguments)
  }

  /// The state at step 0 of an optimizer at `rate`.
  ///
  /// Throws where the scheduler cycles a momentum that the optimizer does not have.
  public func start(_ rate: Rate) throws(EngineError) -> SchedulerState {
    var state = SchedulerState(rate)
    try begin(&state)
    return state
  }

  /// The state of a schedule from `initial` that stood at `rate` after `step` steps, one step on.
  ///
  /// PyTorch's `last_epoch`: its constructors go on by one step, whatever the step before.
  public func resume(
    _ rate: Rate, from initial: Double, after step: Int
  ) throws(EngineError) -> SchedulerState {
    var state = SchedulerState(rate)
    state.initial = initial
    state.step = step
    try begin(&state)
    return state
  }

  /// Goes on by one step; `metric` is what a plateau watches. Allocates nothing.
  ///
  /// Throws where the schedule is over, or a metric is needed and missing.
  public func advance(_ state: inout SchedulerState, _ metric: Double? = nil) throws(EngineError) {
    try go(&state, metric, false)
  }
}

/// A scheduler's row in the catalog.
public struct SchedulerEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  /// Whether it cannot do without a metric.
  public let watchesMetric: Bool
  let make: @Sendable (inout Arguments) throws(EngineError) -> Scheduler

  init<Kind: SchedulerKind>(_: Kind.Type) {
    describe = { Kind.info }
    watchesMetric = Kind.watchesMetric
    make = { (arguments: inout Arguments) throws(EngineError) -> Scheduler in
      Scheduler(try Kind(&arguments))
    }
  }
}
