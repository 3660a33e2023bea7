/// The mean of each window of images `[batch, channels, height, width]`.
struct AvgPool2d: LayerKind {
  static let info = Info(
    "AvgPool2d", PoolingSettings.meanParameters(axes: 2), summary: "Keeps the mean of each window.",
    formula: #"y_p = \frac{1}{k} \sum_{i} x_{s p + i}"#,
    source: "LeCun et al., Backpropagation applied to handwritten zip code recognition, 1989",
    example: "kernel_size: 2")

  let settings: PoolingSettings

  init(_ arguments: inout Arguments) { settings = PoolingSettings(mean: &arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    let pooling = try settings.pooling(x.shape, for: Self.self)
    return builder.averagePool(x, pooling, shape: settings.shape(x.shape, pooling))
  }

  /// No element of the window makes a mean by itself.
  func sum(unit: Int, input: Shape) -> WeightedSum? {
    (try? settings.pooling(input, for: Self.self)).map { $0.mean(of: unit) }
  }
}
