/// The sigmoid in three straight pieces: y = min(max(0, x + 3), 6) / 6.
///
/// As in PyTorch, its slope is 1/6 rounded to a float, in double precision too.
struct Hardsigmoid: Elementwise {
  static let info = Info(
    "Hardsigmoid", summary: "A sigmoid made of straight lines.",
    formula: #"y = \frac{\min(\max(0, x + 3), 6)}{6}"#,
    source: "Courbariaux, Bengio and David, BinaryConnect, 2015")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { Swift.min(Swift.max(x + 3, 0), 6) / 6 }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > -3 && x < 3 ? S(Float(1) / 6) : 0 }
}
