/// A loss: what training makes small.
public protocol LossKind: ComponentKind {
  /// What the model's output means under this loss.
  var link: Link { get }
  /// Whether targets are classes; values elsewhere.
  static var classifies: Bool { get }
  /// Throws unless outputs of `output` per row and the data's targets meet.
  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError)
  /// The loss of a batch; writes its gradient where one is asked for. Allocates nothing.
  func evaluate<S: Scalar>(_ batch: LossBatch<S>) -> S
}

extension LossKind {
  /// Classes, unless a loss says otherwise.
  public static var classifies: Bool { true }
}

/// A batch as a loss sees it.
///
/// Targets lie beside the outputs in the run's scalar type:
/// class numbers `[rows, …]`, or values of the output's shape.
public struct LossBatch<S: Scalar> {
  /// The model's outputs, `rows` times `shape`.
  let output: UnsafePointer<S>
  let target: UnsafePointer<S>
  let rows: Int
  /// The shape of one row of the output.
  let shape: Shape
  /// Where the gradient of the loss goes, laid out like the output.
  var gradient: UnsafeMutablePointer<S>?
  /// Where the terms go before they are reduced: PyTorch's `reduction: none`.
  var terms: UnsafeMutablePointer<S>?
  /// Whether the targets of a class loss are one probability per class instead of class numbers.
  var targetsAreProbabilities = false
}

/// What a model's output means, and so how a prediction is read off it.
public enum Link: UInt8, Sendable {
  /// Logits, one per class: softmax makes probabilities, argmax the class.
  case softmax
  /// One logit: the sigmoid is the probability of class 1.
  case sigmoid
  /// Log-probabilities, one per class.
  case exponential
  /// Probabilities as they are.
  case probability
  /// Values as they are: regression.
  case identity
}

/// A loss's row in the catalog.
public struct LossEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  let float: @Sendable (inout Arguments) throws(EngineError) -> Loss<Float>
  let double: @Sendable (inout Arguments) throws(EngineError) -> Loss<Double>

  init<Kind: LossKind>(_: Kind.Type) {
    describe = { Kind.info }
    float = { (arguments: inout Arguments) throws(EngineError) -> Loss<Float> in Loss(try Kind(&arguments)) }
    double = { (arguments: inout Arguments) throws(EngineError) -> Loss<Double> in Loss(try Kind(&arguments))
    }
  }
}

/// A loss with its parameters.
public struct Loss<S: Scalar>: Sendable {
  /// What the model's output means under this loss.
  public let link: Link
  /// Whether targets are classes; values elsewhere.
  public let classifies: Bool
  let check: @Sendable (Shape, Int, Int) throws(EngineError) -> Void
  let evaluateBatch: @Sendable (LossBatch<S>) -> S

  init<Kind: LossKind>(_ kind: Kind) {
    link = kind.link
    classifies = Kind.classifies
    check = { (output: Shape, classes: Int, columns: Int) throws(EngineError) in
      try kind.check(output: output, classes: classes, targetColumns: columns)
    }
    evaluateBatch = { kind.evaluate($0) }
  }

  /// The loss of `rows` rows of `output`, each of `shape`; writes its gradient where `gradient` is given.
  func evaluate(
    _ output: UnsafePointer<S>, _ target: UnsafePointer<S>, _ rows: Int, _ shape: Shape,
    _ gradient: UnsafeMutablePointer<S>?
  ) -> S {
    evaluateBatch(LossBatch(output: output, target: target, rows: rows, shape: shape, gradient: gradient))
  }

  /// The loss of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try S.loss(Catalog.losses[component.row], &arguments)
  }
}
