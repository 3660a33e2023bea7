/// Writes ones.
struct Ones: InitializerKind {
  static let info = Info(
    "ones_", summary: "Writes ones.",
    source: "PyTorch, torch.nn.init.ones_")

  init(_ arguments: inout Arguments) {}

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    values.update(repeating: 1)
  }
}
