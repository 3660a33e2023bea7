/// A smooth ReLU: y = log(1 + exp(β x)) / β, and y = x where β x passes the threshold.
struct Softplus: Elementwise {
  static let info = Info(
    "Softplus",
    [
      .real("beta", in: .positive, default: 1, "sharpness of the bend"),
      .real("threshold", default: 20, "where it becomes the identity"),
    ],
    summary: "A ReLU with a smooth bend.",
    formula: #"y = \frac{1}{\beta} \log(1 + e^{\beta x})"#,
    source: "Dugas et al., Incorporating second-order functional knowledge for better option pricing, 2001")

  let beta: Double
  let threshold: Double

  init(_ arguments: inout Arguments) {
    beta = arguments.next()
    threshold = arguments.next()
  }

  func value<S: Scalar>(_ x: S) -> S {
    let z = x * S(beta)
    return z > S(threshold) ? x : S.log1p(S.exp(z)) / S(beta)
  }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    let z = x * S(beta)
    return z > S(threshold) ? 1 : S.sigmoid(z)
  }
}
