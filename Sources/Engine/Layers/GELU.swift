/// The Gaussian error linear unit: y = x Φ(x), with Φ the normal distribution,
/// or its approximation by a tanh.
struct GELU: Elementwise {
  static let info = Info(
    "GELU",
    [
      .choice(
        "approximate", ["none", "tanh"], default: 0, "whether a tanh stands in for the normal distribution")
    ],
    summary: "Weighs each element by the chance that a normal draw is below it.",
    formula: #"y = x \, \Phi(x)"#, source: "Hendrycks and Gimpel, Gaussian error linear units, 2016")

  let usesTanh: Bool

  init(_ arguments: inout Arguments) {
    let approximate: Int = arguments.next()
    usesTanh = approximate == 1
  }

  init(usesTanh: Bool) { self.usesTanh = usesTanh }

  func value<S: Scalar>(_ x: S) -> S {
    usesTanh ? S(0.5) * x * (1 + S.tanh(inner(x))) : S(0.5) * x * (1 + S.erf(x * S(Self.sqrtHalf)))
  }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    guard usesTanh else {
      return S(0.5) * (1 + S.erf(x * S(Self.sqrtHalf))) + x * S.exp(S(-0.5) * x * x) * S(Self.density)
    }
    let t = S.tanh(inner(x))
    return S(0.5) * (1 + t)
      + S(0.5) * x * (1 - t * t) * S(Self.sqrtTwoOverPi) * (1 + S(3 * Self.cubic) * x * x)
  }

  /// √(2/π) (x + 0.044715 x³).
  @inline(__always)
  private func inner<S: Scalar>(_ x: S) -> S {
    S(Self.sqrtTwoOverPi) * (x + S(Self.cubic) * x * x * x)
  }

  private static let cubic = 0.044715
  private static let sqrtHalf = 0.7071067811865476
  private static let sqrtTwoOverPi = 0.7978845608028654
  /// 1/√(2π), the normal density at 0.
  private static let density = 0.3989422804014327
}
