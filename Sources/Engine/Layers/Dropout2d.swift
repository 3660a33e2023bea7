/// Sets whole channels to 0 with probability p while training, and divides the rest by
/// 1 − p; the identity elsewhere.
struct Dropout2d: LayerKind {
  static let info = Info(
    "Dropout2d", [.real("p", in: .unit, default: 0.5, "share of channels that are dropped")],
    summary: "Drops whole channels at random while training.",
    formula: #"y_c = \frac{x_c \, m_c}{1 - p}, \quad m_c \sim \mathrm{Bernoulli}(1 - p)"#,
    source: "Tompson et al., Efficient object localization using convolutional networks, 2015")

  let p: Double

  init(_ arguments: inout Arguments) { p = arguments.next() }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    return builder.dropout(x, p: p, shared: x.shape[1] * x.shape[2])
  }
}
