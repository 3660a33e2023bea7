/// The continuously differentiable exponential linear unit: y = x above 0, α (exp(x / α) − 1) below.
struct CELU: Elementwise {
  static let info = Info(
    "CELU",
    [
      .real("alpha", default: 1, "how far below 0 it goes; not 0")
    ],
    summary: "An ELU whose slope is continuous for every α.",
    formula: #"y = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))"#,
    source: "Barron, Continuously differentiable exponential linear units, 2017")

  let alpha: Double

  init(_ arguments: inout Arguments) throws(EngineError) {
    alpha = arguments.next()
    if alpha == 0 { throw Self.invalid(parameter: 0, "it divides the input: it cannot be 0") }
  }

  func value<S: Scalar>(_ x: S) -> S {
    let a = S(alpha)
    return x > 0 ? x : a * S.expm1(x / a)
  }

  /// As in PyTorch, with α rounded to a float where it divides.
  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    let rounded = S(Float(alpha))
    return x > 0 ? 1 : S(alpha) / rounded * S.exp(x / rounded)
  }
}
