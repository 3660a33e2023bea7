/// A recurrent layer after Elman: h′ = tanh(W x + b + U h + c), step by step from h = 0.
struct RNN: LayerKind {
  static let info = Info(
    "RNN",
    Recurrence.parameters([
      .choice("nonlinearity", ["tanh", "relu"], default: 0, "what becomes of the sums")
    ]),
    summary: "Goes through a sequence step by step, with a state.",
    formula: #"h_t = \tanh(W x_t + b + U h_{t-1} + c)"#, source: "Elman, Finding structure in time, 1990",
    example: "hidden_size: 32")

  let recurrence: Recurrence
  let cell: ElmanCell

  init(_ arguments: inout Arguments) {
    var nonlinearity = 0
    recurrence = Recurrence(&arguments) { nonlinearity = $0.next() }
    cell = ElmanCell(rectifies: nonlinearity == 1)
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try recurrence.build(cell, x, &builder, for: Self.self)
  }
}
