/// What the recurrent layers have in common: `[batch, steps, inputs]` becomes `[batch, steps, hidden_size]`,
/// the state after every step, or with `returns: h_n` the last one, `[batch, hidden_size]`.
///
/// Without `batch_first`, PyTorch's default, the first axis is time and the second the batch.
/// Every weight is drawn from U(−1/√hidden_size, 1/√hidden_size).
struct Recurrence: Sendable {
  let inputs: Int?
  let size: Int
  let bias: Bool
  let batchFirst: Bool
  let returnsLast: Bool

  /// The parameters that all have, around `own`.
  static func parameters(_ own: [Parameter] = []) -> [Parameter] {
    [
      .optionalInteger("input_size", "numbers per step; the shape before it settles them"),
      .integer("hidden_size", in: 1...1 << 24, "units: numbers of the state"),
    ] + own + [
      .flag("bias", default: true, "add trained constants to the sums"),
      .flag("batch_first", default: false, "the batch is the first axis, time the second"),
      .choice(
        "returns", ["output", "h_n"], default: 0,
        "which of PyTorch's two results goes on: every state, or the last"),
    ]
  }

  /// Reads the parameters, and lets `own` read those of the layer itself.
  init(_ arguments: inout Arguments, own: (inout Arguments) -> Void = { _ in }) {
    inputs = arguments.next()
    size = arguments.next()
    own(&arguments)
    bias = arguments.next()
    batchFirst = arguments.next()
    let returns: Int = arguments.next()
    returnsLast = returns == 1
  }

  /// Lays the layer `Kind` out behind `x`.
  func build<S: Scalar, Cell: RecurrentCell, Kind: ComponentKind>(
    _ cell: Cell, _ x: Value, _ builder: inout Builder<S>, for kind: Kind.Type
  ) throws(EngineError) -> Value {
    let pass = try pass(cell, x, &builder, for: kind)
    guard returnsLast else {
      builder.told = Told(value: pass.y, sums: 2 * Cell.gates) { pass.unit($1, $0) }
      builder.append(
        forward: { pass.forward(&$0) },
        backward: { w in
          clearCarry(pass, w)
          pass.backward(&w)
        })
      return pass.y
    }
    guard batchFirst else {
      throw Kind.invalid(parameter: Kind.info.parameters.count - 1, "h_n goes on only with batch_first")
    }
    let last = builder.value(Shape(size))
    let (length, size) = (pass.axes.second, size)
    builder.told = Told(value: last, sums: 2 * Cell.gates) {
      var unit = pass.unit((length &- 1) &* size &+ $1, $0)
      unit.index = $1
      return unit
    }
    // Only the last state goes on: the states' own gradients stay 0.
    builder.append(
      forward: { w in
        pass.forward(&w)
        for row in 0..<w.rows {
          let state = w.data(pass.y) + ((row &+ 1) &* length &- 1) &* size
          (w.data(last) + row &* size).update(from: state, count: size)
        }
      },
      backward: { w in
        clearCarry(pass, w)
        if let dy = w.gradient(last) { (w.arena + pass.carry.hidden).update(from: dy, count: w.rows &* size) }
        pass.backward(&w)
      })
    return last
  }

  /// The layer's weights and places behind `x`, nothing run yet.
  func pass<S: Scalar, Cell: RecurrentCell, Kind: ComponentKind>(
    _ cell: Cell, _ x: Value, _ builder: inout Builder<S>, for _: Kind.Type
  ) throws(EngineError) -> RecurrentPass<S, Cell> {
    try Kind.rank(x.shape, 2...2, "[batch, steps, features]")
    try Kind.agree("input_size", inputs, x.shape[1])
    let bound = 1 / Double(size).squareRoot()
    func weight(_ name: StaticString, _ shape: Shape, _ builder: inout Builder<S>) -> Weight {
      builder.weight(name, shape) { $1.uniform(into: $0, from: -bound, to: bound) }
    }
    let sums = Cell.gates * size
    let weights = RecurrentWeights(
      input: weight("weight_ih_l0", Shape(sums, x.shape[1]), &builder),
      state: weight("weight_hh_l0", Shape(sums, size), &builder),
      inputBias: bias ? weight("bias_ih_l0", Shape(sums), &builder) : nil,
      stateBias: bias ? weight("bias_hh_l0", Shape(sums), &builder) : nil)
    let axes = SequenceAxes(batchFirst: batchFirst, second: x.shape[0])
    return RecurrentPass(cell, x, axes, size: size, weights, &builder)
  }
}

/// No gradient comes from behind the last step.
private func clearCarry<S: Scalar, Cell: RecurrentCell>(
  _ pass: RecurrentPass<S, Cell>, _ w: borrowing Workspace<S>
) {
  let count = pass.axes.sequences(rows: w.rows) &* pass.size
  (w.arena + pass.carry.hidden).update(repeating: 0, count: count)
  (w.arena + pass.carry.cell).update(repeating: 0, count: count)
}
