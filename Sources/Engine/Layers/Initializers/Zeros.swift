/// Writes zeros.
struct Zeros: InitializerKind {
  static let info = Info(
    "zeros_", summary: "Writes zeros.",
    source: "PyTorch, torch.nn.init.zeros_")

  init(_ arguments: inout Arguments) {}

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    values.update(repeating: 0)
  }
}
