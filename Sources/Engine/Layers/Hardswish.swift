/// The swish in straight and quadratic pieces: y = x min(max(0, x + 3), 6) / 6.
struct Hardswish: Elementwise {
  static let info = Info(
    "Hardswish", summary: "Weighs each element by its own hard sigmoid.",
    formula: #"y = x \, \frac{\min(\max(0, x + 3), 6)}{6}"#,
    source: "Howard et al., Searching for MobileNetV3, 2019")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { x * Swift.min(Swift.max(x + 3, 0), 6) / 6 }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x <= -3 ? 0 : x < 3 ? x / 3 + S(0.5) : 1 }
}
