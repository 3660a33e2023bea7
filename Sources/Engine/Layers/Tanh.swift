/// The hyperbolic tangent, from −1 to 1, element by element.
struct Tanh: Elementwise {
  static let info = Info(
    "Tanh", summary: "Squeezes each element between −1 and 1.",
    formula: #"y = \tanh x"#,
    source: "LeCun et al., Efficient BackProp, 1998")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { S.tanh(x) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { 1 - y * y }
}
