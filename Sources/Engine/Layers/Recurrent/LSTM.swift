/// A long short-term memory: gates i, f and o say what enters a cell, what stays
/// in it, and what is shown of it.
///
/// c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′), each of i, f, g, o a sum W x + b + U h + c of its own.
struct LSTM: LayerKind {
  static let info = Info(
    "LSTM", Recurrence.parameters(),
    summary: "Goes through a sequence with a memory cell behind three gates.",
    formula: #"c_t = f_t \, c_{t-1} + i_t \, g_t, \quad h_t = o_t \tanh c_t"#,
    source: "Hochreiter and Schmidhuber, Long short-term memory, 1997",
    example: "hidden_size: 32")

  let recurrence: Recurrence

  init(_ arguments: inout Arguments) { recurrence = Recurrence(&arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try recurrence.build(LongShortTermCell(), x, &builder, for: Self.self)
  }
}
