/// Batch normalisation of `[batch, features]` or `[batch, channels, length]`,
/// one mean and variance per channel.
struct BatchNorm1d: LayerKind {
  static let info = Info(
    "BatchNorm1d", BatchNorm.parameters,
    summary: "Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it.",
    formula: #"y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, \gamma + \beta"#,
    source: "Ioffe and Szegedy, Batch normalization, 2015")

  let norm: BatchNorm

  init(_ arguments: inout Arguments) { norm = BatchNorm(&arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 1...2, "[batch, features] or [batch, channels, length]")
    return try norm.build(x, &builder, for: Self.self)
  }
}
