/// Writes one value everywhere.
struct Constant: InitializerKind {
  static let info = Info(
    "constant_", [.real("val", "the value")], summary: "Writes one value everywhere.",
    source: "PyTorch, torch.nn.init.constant_",
    example: "val: 0.01")

  let value: Double

  init(_ arguments: inout Arguments) {
    value = arguments.next()
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    values.update(repeating: S(value))
  }
}
