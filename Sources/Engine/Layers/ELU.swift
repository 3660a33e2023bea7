/// The exponential linear unit: y = x above 0, α (exp x − 1) below.
struct ELU: Elementwise {
  static let info = Info(
    "ELU",
    [
      .real("alpha", default: 1, "how far below 0 it goes")
    ],
    summary: "Keeps what is positive and bends the rest towards −α.",
    formula: #"y = \max(0, x) + \min(0, \alpha (e^x - 1))"#,
    source: "Clevert, Unterthiner and Hochreiter, Fast and accurate deep network learning by ELUs, 2015")

  let alpha: Double

  init(_ arguments: inout Arguments) {
    alpha = arguments.next()
  }

  func value<S: Scalar>(_ x: S) -> S { x > 0 ? x : S(alpha) * S.expm1(x) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > 0 ? 1 : S(alpha) * S.exp(x) }
}
