/// Draws a matrix with orthonormal rows, or columns where those are fewer; later axes count as columns.
struct Orthogonal: InitializerKind {
  static let info = Info(
    "orthogonal_", [.real("gain", in: .nonnegative, default: 1, "factor of the spread")],
    summary: "Draws an orthogonal matrix.",
    source: "Saxe, McClelland and Ganguli, Exact solutions to the nonlinear dynamics of learning, 2013")

  static let fewestAxes = 2

  let gain: Double

  init(_ arguments: inout Arguments) {
    gain = arguments.next()
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    orthogonal(values, columns: shape.count / shape[0], gain: gain, from: &generator)
  }
}
