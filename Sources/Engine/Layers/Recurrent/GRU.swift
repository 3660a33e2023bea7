/// A gated recurrent layer: r and z say how much of the state goes into the new one and how much of it stays.
///
/// r = σ(W_r x + b_r + U_r h + c_r), z likewise, n = tanh(W_n x + b_n + r (U_n h
/// + c_n)), h′ = (1 − z) n + z h.
struct GRU: LayerKind {
  static let info = Info(
    "GRU", Recurrence.parameters(),
    summary: "Goes through a sequence with a state that two gates renew.",
    formula: #"h_t = (1 - z_t) \, n_t + z_t \, h_{t-1}"#,
    source: "Cho et al., Learning phrase representations using RNN encoder-decoder, 2014",
    example: "hidden_size: 32")

  let recurrence: Recurrence

  init(_ arguments: inout Arguments) { recurrence = Recurrence(&arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try recurrence.build(GatedCell(), x, &builder, for: Self.self)
  }
}
