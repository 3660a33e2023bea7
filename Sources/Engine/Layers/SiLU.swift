/// The sigmoid linear unit, or swish: y = x σ(x), element by element.
struct SiLU: Elementwise {
  static let info = Info(
    "SiLU", summary: "Weighs each element by its own sigmoid.",
    formula: #"y = x \, \sigma(x)"#,
    source: "Hendrycks and Gimpel, Gaussian error linear units, 2016; Ramachandran et al., 2017")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { x * S.sigmoid(x) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S {
    let s = S.sigmoid(x)
    return s * (1 + x * (1 - s))
  }
}
