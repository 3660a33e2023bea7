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
  /// What the optimizer was given.
  public let base: Rate
  /// How often the schedule was advanced.
  public var step = 0
  /// What a scheduler must remember beside that, such as a plateau's best metric; each says which is which.
  public var memory: (Double, Double, Double) = (0, 0, 0)
  /// The states of the schedulers that it is made of.
  public var parts: [SchedulerState] = []

  /// The state before the first step, at the optimizer's own rate.
  public init(_ base: Rate) {
    self.base = base
    rate = base
  }

  /// Equal when everything is.
  public static func == (a: SchedulerState, b: SchedulerState) -> Bool {
    a.rate == b.rate && a.base == b.base && a.step == b.step && a.memory == b.memory && a.parts == b.parts
  }
}

/// A schedule: a pure function of the step and, for plateaus, of the metric so far.
///
/// It never holds or changes an optimizer; the training loop passes the rate in.
public protocol SchedulerKind: ComponentKind {
  /// The state at step 0, as PyTorch leaves it after construction.
  func start(_ base: Rate) -> SchedulerState
  /// Goes on by one step; `metric` is what a plateau watches. Allocates nothing.
  func advance(_ state: inout SchedulerState, metric: Double?)
  /// The learning rate at `step` computed from the base rate alone, for schedulers that SequentialLR starts late.
  func closedForm(_ base: Rate, step: Int) -> Rate?
}

extension SchedulerKind {
  /// Most schedulers start at the optimizer's rate.
  public func start(_ base: Rate) -> SchedulerState { SchedulerState(base) }
  /// None, unless the scheduler has one.
  public func closedForm(_ base: Rate, step: Int) -> Rate? { nil }
}

/// A scheduler's row in the catalog.
public struct SchedulerEntry: Sendable {
  /// What the catalog says of it.
  public let info: Info
  let make: @Sendable (inout Arguments) throws(EngineError) -> Scheduler

  init<Kind: SchedulerKind>(_: Kind.Type) {
    info = Kind.info
    make = { (arguments: inout Arguments) throws(EngineError) -> Scheduler in
      Scheduler(try Kind(&arguments))
    }
  }
}

/// A scheduler with its parameters.
public struct Scheduler: Sendable {
  /// The state at step 0.
  public let start: @Sendable (Rate) -> SchedulerState
  /// Goes on by one step.
  public let advance: @Sendable (inout SchedulerState, Double?) -> Void
  let closedForm: @Sendable (Rate, Int) -> Rate?

  init<Kind: SchedulerKind>(_ kind: Kind) {
    start = { kind.start($0) }
    advance = { kind.advance(&$0, metric: $1) }
    closedForm = { kind.closedForm($0, step: $1) }
  }

  /// The scheduler of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try Catalog.schedulers[component.row].make(&arguments)
  }
}
