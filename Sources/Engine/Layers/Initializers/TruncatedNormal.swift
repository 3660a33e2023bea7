/// Draws from N(mean, std²), again where it falls outside a to b.
struct TruncatedNormal: InitializerKind {
  static let info = Info(
    "trunc_normal_",
    [
      .real("mean", default: 0, "mean"),
      .real("std", in: .positive, default: 1, "standard deviation"),
      .real("a", default: -2, "lower bound"),
      .real("b", default: 2, "upper bound; above a"),
    ], summary: "Draws normally within two bounds.",
    source: "PyTorch, torch.nn.init.trunc_normal_")

  let mean: Double
  let std: Double
  let lower: Double
  let upper: Double

  init(_ arguments: inout Arguments) throws(EngineError) {
    mean = arguments.next()
    std = arguments.next()
    lower = arguments.next()
    upper = arguments.next()
    if upper <= lower { throw Self.invalid(parameter: 3, "it must be above a") }
  }

  func fill<S: Scalar>(
    _ values: UnsafeMutableBufferPointer<S>, shape: Shape, from generator: inout TorchGenerator
  ) {
    truncatedNormal(values, mean: mean, std: std, lower: lower, upper: upper, from: &generator)
  }
}
