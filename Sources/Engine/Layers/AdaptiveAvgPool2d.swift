/// The mean of as many windows as are asked for, dividing images `[batch, channels, height, width]` evenly.
///
/// With `output_size: 1` it is the mean of each channel.
struct AdaptiveAvgPool2d: LayerKind {
  static let info = Info(
    "AdaptiveAvgPool2d",
    [.integers("output_size", in: 1...4096, count: 1...2, "height and width of the output")],
    summary: "Keeps the means of an even grid of windows.",
    formula: #"y_p = \frac{1}{|W_p|} \sum_{i \in W_p} x_i"#,
    source: "Lin, Chen and Yan, Network in network, 2013; PyTorch, torch.nn.AdaptiveAvgPool2d",
    example: "output_size: [1, 1]")

  let size: Extent

  init(_ arguments: inout Arguments) { size = Extent(arguments.next(), lineHeight: nil) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    return builder.averagePool(x, pooling(x.shape), shape: Shape(x.shape[0], size.height, size.width))
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? { pooling(input).mean(of: unit) }

  private func pooling(_ input: Shape) -> Pooling {
    Pooling(
      rows: Pooling.Axis(size: input[1], adaptedTo: size.height),
      columns: Pooling.Axis(size: input[2], adaptedTo: size.width))
  }
}
