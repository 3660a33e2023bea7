/// Draws from U(−b, b), b = gain √(6 / (fan in + fan out)).
struct XavierUniform: InitializerKind {
  static let info = Info(
    "xavier_uniform_", [.real("gain", in: .nonnegative, default: 1, "factor of the spread")],
    summary: "Draws uniformly, as wide as keeps the variance forward and backward.",
    formula: #"b = \text{gain} \sqrt{\frac{6}{n_\text{in} + n_\text{out}}}"#,
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
    xavierUniform(values, fan: Fan(shape.sizes), gain: gain, from: &generator)
  }
}
