/// How gradients move the weights. An optimizer holds no state: its buffers are in the ``ParameterView``.
///
/// Numbers that are the same for all elements are reckoned in Double and then rounded to the tensor's type,
/// elements in the tensor's type, as PyTorch does on one tensor after the other.
protocol OptimizerKind: ComponentKind {
  /// The rate (and momentum, where schedulers may cycle it) that it starts from.
  var base: Rate { get }
  /// Whether no element of a tensor or buffer bears on another, so that threads may share them.
  static var isElementwise: Bool { get }
  /// How many buffers of the size of a parameter it keeps, given whether the schedule sets the momentum.
  func slots(cyclingMomentum: Bool) -> Int
  /// Throws unless it can move tensors of `shape`.
  func check(_ shape: Shape) throws(EngineError)
  /// Moves one tensor; `step` counts from 1. Allocates nothing.
  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate)
}

extension OptimizerKind {
  static var isElementwise: Bool { true }
  func check(_ shape: Shape) throws(EngineError) {}
}

/// One parameter tensor as an optimizer sees it, or some neighbouring elements of one.
public struct ParameterView<S: Scalar> {
  /// The values, `count` of them.
  public let values: UnsafeMutablePointer<S>
  /// The gradient, laid out like the values.
  public let gradient: UnsafeMutablePointer<S>
  /// The optimizer's own buffers, each `shape.count` elements behind the last; 0 before the first step.
  public let state: UnsafeMutablePointer<S>
  /// The tensor's shape.
  public let shape: Shape
  /// The number of elements.
  public let count: Int

  /// Buffer number `slot` of the optimizer's own.
  @inline(__always)
  public func slot(_ slot: Int) -> UnsafeMutablePointer<S> { state + slot * shape.count }

  /// The elements from `start` on, `count` of them.
  func elements(from start: Int, count: Int) -> Self {
    Self(
      values: values + start, gradient: gradient + start, state: state + start, shape: shape, count: count)
  }

  /// The gradient as the update rules take it.
  @inline(__always)
  func slope(weightDecay: Double, maximize: Bool) -> Slope<S> {
    Slope(gradient: gradient, values: values, sign: maximize ? -1 : 1, decay: S(weightDecay))
  }
}

/// A gradient turned round where the loss is to grow, with the pull of an L2 penalty: ±g + λ θ.
struct Slope<S: Scalar> {
  fileprivate let gradient: UnsafeMutablePointer<S>
  fileprivate let values: UnsafeMutablePointer<S>
  fileprivate let sign: S
  fileprivate let decay: S

  @inline(__always)
  subscript(i: Int) -> S {
    let g = sign * gradient[i]
    return decay == 0 ? g : g + decay * values[i]
  }

  @inline(__always)
  subscript(i: Eight) -> SIMD8<S> {
    let g = gradient[i] * sign
    return decay == 0 ? g : g + values[i] * decay
  }
}

/// The point `weight` of the way from `a` to `b`, reckoned from the nearer end as PyTorch's `lerp` does.
@inline(__always)
func lerp<S: Scalar>(_ a: S, _ b: S, _ weight: S) -> S {
  weight < 0.5 ? a + weight * (b - a) : b - (b - a) * (1 - weight)
}

/// The same lane by lane.
@inline(__always)
func lerp<S: Scalar>(_ a: SIMD8<S>, _ b: SIMD8<S>, _ weight: S) -> SIMD8<S> {
  weight < 0.5 ? a + (b - a) * weight : b - (b - a) * (1 - weight)
}

// What most optimizers ask for.
extension Parameter {
  static let lr = real("lr", in: .nonnegative, "learning rate")
  static let maximize = flag("maximize", default: false, "climb instead of descending")
  static let betas = reals(
    "betas", in: .belowOne, count: 2...2, default: [0.9, 0.999],
    "shares of the running mean and of the running square that are kept")
  static let decoupledWeightDecay = flag(
    "decoupled_weight_decay", default: false, "shrink the weights themselves, as AdamW does")
  static func weightDecay(
    _ fallback: Double = 0, _ help: Remark = "L2 penalty on the weights"
  ) -> Parameter {
    real("weight_decay", in: .nonnegative, default: fallback, help)
  }
  static func eps(_ fallback: Double) -> Parameter {
    real("eps", in: .nonnegative, default: fallback, "keeps the denominator above 0")
  }
}
