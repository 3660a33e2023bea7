/// Draws from U(a, b).
struct Uniform: InitializerKind {
  static let info = Info(
    "uniform_",
    [
      .real("a", default: 0, "lower bound"),
      .real("b", default: 1, "upper bound"),
    ], summary: "Draws uniformly between two bounds.",
    source: "PyTorch, torch.nn.init.uniform_")

  let lower: Double
  let upper: Double

  init(_ arguments: inout Arguments) {
    lower = arguments.next()
    upper = arguments.next()
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    generator.uniform(into: values, from: lower, to: upper)
  }
}
