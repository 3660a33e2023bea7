/// A loss: what training makes small.
///
/// Targets lie beside the outputs in the run's scalar type: class numbers `[rows]`, or values `[rows, width]`.
public protocol LossKind: ComponentKind {
  /// What the model's output means under this loss.
  var link: Link { get }
  /// Throws unless outputs of `output` per row and the data's targets meet.
  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError)
  /// The loss of `rows` rows of `output`; writes its gradient where `gradient` is given. Allocates nothing.
  func evaluate<S: Scalar>(
    _ output: UnsafePointer<S>, _ target: UnsafePointer<S>, rows: Int, shape: Shape,
    gradient: UnsafeMutablePointer<S>?
  ) -> S
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
  public let info: Info
  let float: @Sendable (inout Arguments) throws(EngineError) -> Loss<Float>
  let double: @Sendable (inout Arguments) throws(EngineError) -> Loss<Double>

  init<Kind: LossKind>(_: Kind.Type) {
    info = Kind.info
    float = { (arguments: inout Arguments) throws(EngineError) -> Loss<Float> in Loss(try Kind(&arguments)) }
    double = { (arguments: inout Arguments) throws(EngineError) -> Loss<Double> in Loss(try Kind(&arguments)) }
  }
}

/// A loss with its parameters.
public struct Loss<S: Scalar>: Sendable {
  /// What the model's output means under this loss.
  public let link: Link
  let check: @Sendable (Shape, Int, Int) throws(EngineError) -> Void
  let evaluate:
    @Sendable (UnsafePointer<S>, UnsafePointer<S>, Int, Shape, UnsafeMutablePointer<S>?) -> S

  init<Kind: LossKind>(_ kind: Kind) {
    link = kind.link
    check = { (output: Shape, classes: Int, columns: Int) throws(EngineError) in
      try kind.check(output: output, classes: classes, targetColumns: columns)
    }
    evaluate = { kind.evaluate($0, $1, rows: $2, shape: $3, gradient: $4) }
  }

  /// The loss of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try S.loss(Catalog.losses[component.row], &arguments)
  }
}
