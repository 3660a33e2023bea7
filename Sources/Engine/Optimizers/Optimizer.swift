/// An optimizer with its parameters.
public struct Optimizer<S: Scalar>: Sendable {
  /// The rate that it starts from.
  public let base: Rate
  /// How many buffers of the size of a parameter it keeps.
  public let slots: Int
  /// Moves one tensor.
  public let update: @Sendable (ParameterView<S>, Int, Rate) -> Void
  /// Throws unless it can move tensors of that shape.
  public let check: @Sendable (Shape) throws(EngineError) -> Void

  init<Kind: OptimizerKind>(_ kind: Kind, cyclingMomentum: Bool) {
    base = kind.base
    slots = kind.slots(cyclingMomentum: cyclingMomentum)
    update = { kind.update($0, step: $1, rate: $2) }
    check = { (shape: Shape) throws(EngineError) in try kind.check(shape) }
  }

  /// The optimizer of `component`; `cyclingMomentum` when the schedule sets the momentum too.
  public init(_ component: Component, cyclingMomentum: Bool = false) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try S.optimizer(Catalog.optimizers[component.row], &arguments, cyclingMomentum)
  }
}

/// An optimizer's row in the catalog.
public struct OptimizerEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  typealias Make<S: Scalar> = @Sendable (inout Arguments, Bool) throws(EngineError) -> Optimizer<S>
  let float: Make<Float>
  let double: Make<Double>

  init<Kind: OptimizerKind>(_: Kind.Type) {
    describe = { Kind.info }
    float = { (arguments: inout Arguments, cycling: Bool) throws(EngineError) -> Optimizer<Float> in
      Optimizer(try Kind(&arguments), cyclingMomentum: cycling)
    }
    double = { (arguments: inout Arguments, cycling: Bool) throws(EngineError) -> Optimizer<Double> in
      Optimizer(try Kind(&arguments), cyclingMomentum: cycling)
    }
  }
}
