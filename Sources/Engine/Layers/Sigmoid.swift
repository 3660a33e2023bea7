/// The logistic function y = 1 / (1 + exp(−x)), from 0 to 1, element by element.
struct Sigmoid: Elementwise {
  static let info = Info(
    "Sigmoid", summary: "Squeezes each element between 0 and 1.",
    formula: #"y = \frac{1}{1 + \exp(-x)}"#,
    source: "Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { S.sigmoid(x) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { y * (1 - y) }
}
