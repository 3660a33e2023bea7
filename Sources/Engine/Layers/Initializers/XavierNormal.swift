/// Draws from N(0, gain² · 2 / (fan in + fan out)).
struct XavierNormal: InitializerKind {
  static let info = Info(
    "xavier_normal_", [.real("gain", in: .nonnegative, default: 1, "factor of the spread")],
    summary: "Draws normally, as wide as keeps the variance forward and backward.",
    formula: #"\sigma = \text{gain} \sqrt{\frac{2}{n_\text{in} + n_\text{out}}}"#,
    source:
      "Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010")

  static let fewestAxes = 2

  let gain: Double

  init(_ arguments: inout Arguments) {
    gain = arguments.next()
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    xavierNormal(values, fan: Fan(shape.sizes), gain: gain, from: &generator)
  }
}
