/// The mean of each window of lines `[batch, channels, length]`.
struct AvgPool1d: LayerKind {
  static let info = Info(
    "AvgPool1d", PoolingSettings.meanParameters(axes: 1), summary: "Keeps the mean of each window.",
    formula: #"y_p = \frac{1}{k} \sum_{i} x_{s p + i}"#,
    source: "LeCun et al., Backpropagation applied to handwritten zip code recognition, 1989",
    example: "kernel_size: 2")

  let settings: PoolingSettings

  init(_ arguments: inout Arguments) { settings = PoolingSettings(mean: &arguments, lineHeight: 1) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...2, "[batch, channels, length]")
    let pooling = try settings.pooling(x.shape, for: Self.self)
    return builder.averagePool(x, pooling, shape: settings.shape(x.shape, pooling))
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    (try? settings.pooling(input, for: Self.self)).map { $0.mean(of: unit) }
  }
}
