/// The logarithm of the sigmoid, y = −log(1 + exp(−x)), without overflow.
struct LogSigmoid: Elementwise {
  static let info = Info(
    "LogSigmoid", summary: "The logarithm of the sigmoid.",
    formula: #"y = \log \frac{1}{1 + e^{-x}}"#,
    source: "PyTorch, torch.nn.LogSigmoid")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { -S.softplus(-x) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { S.sigmoid(-x) }
}
