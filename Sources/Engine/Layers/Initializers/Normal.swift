/// Draws from N(mean, std²).
struct Normal: InitializerKind {
  static let info = Info(
    "normal_",
    [
      .real("mean", default: 0, "mean"),
      .real("std", in: .nonnegative, default: 1, "standard deviation"),
    ], summary: "Draws normally.",
    source: "PyTorch, torch.nn.init.normal_")

  let mean: Double
  let std: Double

  init(_ arguments: inout Arguments) {
    mean = arguments.next()
    std = arguments.next()
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    generator.normal(into: values, mean: mean, std: std)
  }
}
