/// The scaled exponential linear unit, whose constants keep mean 0 and variance 1 from layer to layer.
struct SELU: Elementwise {
  static let info = Info(
    "SELU", summary: "An ELU scaled so that activations normalise themselves.",
    formula: #"y = \lambda (\max(0, x) + \min(0, \alpha (e^x - 1)))"#,
    source: "Klambauer et al., Self-normalizing neural networks, 2017")

  private static let alpha = 1.6732632423543772848170429916717
  private static let scale = 1.0507009873554804934193349852946

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { S(Self.scale) * (x > 0 ? x : S(Self.alpha) * S.expm1(x)) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { S(Self.scale) * (x > 0 ? 1 : S(Self.alpha) * S.exp(x)) }
}
