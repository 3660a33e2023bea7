import CKernels

/// An optimizer with its parameters.
public struct Optimizer<S: Scalar>: Sendable {
  /// The rate that it starts from.
  public let base: Rate
  /// How many buffers of the size of a parameter it keeps.
  public let slots: Int
  private let move: @Sendable (ParameterView<S>, Int, Rate) -> Void
  private let isElementwise: Bool
  /// Throws unless it can move tensors of that shape.
  public let check: @Sendable (Shape) throws(EngineError) -> Void

  init<Kind: OptimizerKind>(_ kind: Kind, cyclingMomentum: Bool) {
    base = kind.base
    slots = kind.slots(cyclingMomentum: cyclingMomentum)
    move = { kind.update($0, step: $1, rate: $2) }
    isElementwise = Kind.isElementwise
    check = { (shape: Shape) throws(EngineError) in try kind.check(shape) }
  }

  /// The optimizer of `component`; `cyclingMomentum` when the schedule sets the momentum too.
  public init(_ component: Component, cyclingMomentum: Bool = false) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try S.optimizer(Catalog.optimizers[component.row], &arguments, cyclingMomentum)
  }

  /// Moves one tensor; `step` counts from 1. Threads share a large one where no element bears on another.
  public func update(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let pieces = (tensor.count - 1) / SharedUpdate<S>.piece + 1
    guard pieces > 1, isElementwise, gb_threads() > 1 else { return move(tensor, step, rate) }
    var update = SharedUpdate(move: move, tensor: tensor, step: step, rate: rate)
    withUnsafeMutablePointer(to: &update) { update in
      // C calls no generic functions.
      if S.isSingle {
        gb_share(
          { $0?.assumingMemoryBound(to: SharedUpdate<Float>.self).pointee.run($1) }, update, Int32(pieces))
      } else {
        gb_share(
          { $0?.assumingMemoryBound(to: SharedUpdate<Double>.self).pointee.run($1) }, update, Int32(pieces))
      }
    }
  }
}

/// One tensor's update in pieces.
private struct SharedUpdate<S: Scalar> {
  let move: @Sendable (ParameterView<S>, Int, Rate) -> Void
  let tensor: ParameterView<S>
  let step: Int
  let rate: Rate

  /// How many elements are worth a thread's while.
  static var piece: Int { 32_768 }

  func run(_ number: Int32) {
    let start = Int(number) * Self.piece
    move(tensor.elements(from: start, count: min(Self.piece, tensor.count - start)), step, rate)
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
