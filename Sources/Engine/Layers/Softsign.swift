/// A bend towards ±1 without an exponential: y = x / (1 + |x|).
struct Softsign: Elementwise {
  static let info = Info(
    "Softsign", summary: "Squeezes each element between −1 and 1, slowly.",
    formula: #"y = \frac{x}{1 + |x|}"#,
    source: "Turian, Bergstra and Bengio, Quadratic features and deep architectures for chunking, 2009")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { x / (1 + abs(x)) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    let d = 1 + abs(x)
    return 1 / (d * d)
  }
}
