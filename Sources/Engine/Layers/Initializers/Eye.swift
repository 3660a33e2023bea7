/// Writes the identity matrix.
struct Eye: InitializerKind {
  static let info = Info(
    "eye_", summary: "Writes ones on the diagonal and zeros elsewhere.",
    source: "PyTorch, torch.nn.init.eye_")

  static let fewestAxes = 2

  init(_ arguments: inout Arguments) {}

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    identity(values, columns: shape.count / shape[0])
  }
}
