/// A smooth, non-monotonic ReLU: y = x tanh(log(1 + exp x)).
struct Mish: Elementwise {
  static let info = Info(
    "Mish", summary: "Weighs each element by the tanh of its softplus.",
    formula: #"y = x \tanh(\log(1 + e^x))"#,
    source: "Misra, Mish: a self regularized non-monotonic activation function, 2019")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { x * S.tanh(S.softplus(x)) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    let t = S.tanh(S.softplus(x))
    return t + x * (1 - t * t) * S.sigmoid(x)
  }
}
