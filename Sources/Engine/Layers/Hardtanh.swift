/// The identity between two bounds and constant outside; its derivative at the bounds is 0.
struct Hardtanh: Elementwise {
  static let info = Info(
    "Hardtanh",
    [
      .real("min_val", default: -1, "lower bound"),
      .real("max_val", default: 1, "upper bound; above min_val"),
    ],
    summary: "Cuts each element off at two bounds.",
    formula: #"y = \min(\max(x, a), b)"#,
    source: "Collobert, Large scale machine learning, 2004")

  let lower: Double
  let upper: Double

  init(_ arguments: inout Arguments) throws(EngineError) {
    lower = arguments.next()
    upper = arguments.next()
    if upper <= lower { throw Self.invalid(parameter: 1, "it must be above min_val") }
  }

  func value<S: Scalar>(_ x: S) -> S { Swift.min(Swift.max(x, S(lower)), S(upper)) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > S(lower) && x < S(upper) ? 1 : 0 }
}
