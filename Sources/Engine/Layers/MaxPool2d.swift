/// The greatest element of each window of images `[batch, channels, height, width]`;
/// the gradient goes to the first that is greatest.
struct MaxPool2d: LayerKind {
  static let info = Info(
    "MaxPool2d", PoolingSettings.greatestParameters(axes: 2),
    summary: "Keeps the greatest element of each window.",
    formula: #"y_p = \max_{i} x_{s p + i}"#, source: "Weng, Ahuja and Huang, Cresceptron, 1992",
    example: "kernel_size: 2")

  let settings: PoolingSettings

  init(_ arguments: inout Arguments) { settings = PoolingSettings(greatest: &arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    let pooling = try settings.pooling(x.shape, for: Self.self)
    return builder.maxPool(x, pooling, shape: settings.shape(x.shape, pooling))
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    (try? settings.pooling(input, for: Self.self)).map {
      WeightedSum(inputs: $0.window(of: unit), weights: [])
    }
  }
}
