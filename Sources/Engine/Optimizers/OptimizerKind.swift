/// One parameter tensor as an optimizer sees it.
public struct ParameterView<S: Scalar> {
  /// The values, `shape.count` of them.
  public let values: UnsafeMutablePointer<S>
  /// The gradient, laid out like the values.
  public let gradient: UnsafeMutablePointer<S>
  /// The optimizer's own buffers, one after the other, `slots` times `shape.count`; 0 before the first step.
  public let state: UnsafeMutablePointer<S>
  /// The tensor's shape.
  public let shape: Shape
  /// The number of elements.
  public let count: Int

  /// Buffer number `slot` of the optimizer's own.
  @inline(__always)
  public func slot(_ slot: Int) -> UnsafeMutablePointer<S> { state + slot * count }
}

/// How gradients move the weights. An optimizer holds no state: its buffers are in the ``ParameterView``.
public protocol OptimizerKind: ComponentKind {
  /// The rate (and momentum, where schedulers may cycle it) that it starts from.
  var base: Rate { get }
  /// How many buffers of the size of a parameter it keeps.
  var slots: Int { get }
  /// Moves one tensor; `step` counts from 1. Allocates nothing.
  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate)
}

/// An optimizer's row in the catalog.
public struct OptimizerEntry: Sendable {
  /// What the catalog says of it.
  public let info: Info
  let float: @Sendable (inout Arguments) throws(EngineError) -> Optimizer<Float>
  let double: @Sendable (inout Arguments) throws(EngineError) -> Optimizer<Double>

  init<Kind: OptimizerKind>(_: Kind.Type) {
    info = Kind.info
    float = { (arguments: inout Arguments) throws(EngineError) -> Optimizer<Float> in
      Optimizer(try Kind(&arguments))
    }
    double = { (arguments: inout Arguments) throws(EngineError) -> Optimizer<Double> in
      Optimizer(try Kind(&arguments))
    }
  }
}

/// An optimizer with its parameters.
public struct Optimizer<S: Scalar>: Sendable {
  /// The rate that it starts from.
  public let base: Rate
  /// How many buffers of the size of a parameter it keeps.
  public let slots: Int
  /// Moves one tensor.
  public let update: @Sendable (ParameterView<S>, Int, Rate) -> Void

  init<Kind: OptimizerKind>(_ kind: Kind) {
    base = kind.base
    slots = kind.slots
    update = { kind.update($0, step: $1, rate: $2) }
  }

  /// The optimizer of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try S.optimizer(Catalog.optimizers[component.row], &arguments)
  }
}
