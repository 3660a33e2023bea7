/// The greatest element of each window of lines `[batch, channels, length]`;
/// the gradient goes to the first that is greatest.
struct MaxPool1d: LayerKind {
  static let info = Info(
    "MaxPool1d", PoolingSettings.greatestParameters(axes: 1),
    summary: "Keeps the greatest element of each window.",
    formula: #"y_p = \max_{i} x_{s p + i}"#, source: "Weng, Ahuja and Huang, Cresceptron, 1992",
    example: "kernel_size: 2")

  let settings: PoolingSettings

  init(_ arguments: inout Arguments) { settings = PoolingSettings(greatest: &arguments, lineHeight: 1) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...2, "[batch, channels, length]")
    let pooling = try settings.pooling(x.shape, for: Self.self)
    return builder.maxPool(x, pooling, shape: settings.shape(x.shape, pooling))
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    (try? settings.pooling(input, for: Self.self)).map {
      WeightedSum(inputs: $0.window(of: unit), weights: [])
    }
  }
}
