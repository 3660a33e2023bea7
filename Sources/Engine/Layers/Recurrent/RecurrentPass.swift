/// Where a recurrent layer's numbers lie, and how it runs through time with cell `Cell`.
///
/// The input's half of all sums is one matrix product; the state's is one per step.
/// Weights' gradients are summed over the tokens in the order of memory.
struct RecurrentPass<S: Scalar, Cell: RecurrentCell> {
  let cell: Cell
  let x: Value
  let axes: SequenceAxes
  let size: Int
  let weights: RecurrentWeights
  /// The hidden state after every step.
  let y: Value
  /// The states that it begins with, `[sequences, size]` each; 0 unless someone writes them.
  let start: RecurrentState
  /// Where gradients of the states after the last step are found, and those of the first are left.
  let carry: RecurrentState
  /// The cell state after every step.
  let cells: Int
  /// Per token: both halves of the sums, their gradients, and the states before the step.
  let gates: Int
  private let fromState: Int
  private let gateGradients: Int
  private let stateGradients: Int
  let before: RecurrentState

  init(
    _ cell: Cell, _ x: Value, _ axes: SequenceAxes, size: Int, _ weights: RecurrentWeights,
    _ builder: inout Builder<S>
  ) {
    self.cell = cell
    self.x = x
    self.axes = axes
    self.size = size
    self.weights = weights
    y = builder.value(Shape(axes.second, size))
    let sequences = axes.batchFirst ? builder.capacity : axes.second
    let sums = Shape(Cell.gates, axes.second, size)
    start = RecurrentState(&builder, Shape(size), rows: sequences)
    carry = RecurrentState(&builder, Shape(size), rows: sequences)
    before = RecurrentState(&builder, Shape(axes.second, size), rows: builder.capacity)
    gates = builder.reserve(sums, rows: builder.capacity)
    fromState = builder.reserve(sums, rows: builder.capacity)
    gateGradients = builder.reserve(sums, rows: builder.capacity)
    stateGradients = builder.reserve(sums, rows: builder.capacity)
    cells = builder.reserve(Shape(axes.second, size), rows: builder.capacity)
    builder.multiplyAdds += Double(axes.second) * Double(Cell.gates * size) * Double(x.shape[-1] + size)
  }

  /// Sums per token.
  private var width: Int { Cell.gates &* size }

  func forward(_ w: inout Workspace<S>) {
    let tokens = w.rows &* axes.second
    let inputs = x.shape[-1]
    let (gates, fromState) = (w.arena + gates, w.arena + fromState)
    MatrixProduct(
      MatrixView(w.data(x), stride: inputs), MatrixView(w.data(weights.input), stride: inputs).transposed,
      rows: tokens, inner: inputs, columns: width
    ).write(to: gates, bias: weights.inputBias.map { w.data($0) })
    for step in 0..<axes.steps(rows: w.rows) {
      copyStates(before: step, w)
      let first = step &* axes.stepStride
      MatrixProduct(
        MatrixView(w.arena + (before.hidden &+ first &* size), stride: axes.sequenceStride &* size),
        MatrixView(w.data(weights.state), stride: size).transposed,
        rows: axes.sequences(rows: w.rows), inner: size, columns: width
      ).write(
        to: fromState + first &* width, stride: axes.sequenceStride &* width,
        bias: weights.stateBias.map { w.data($0) })
      forEachUnit(step, w) { token, unit, place, _ in
        let (hidden, cell) = cell.step(
          unit, of: size, gates + token &* width, fromState + token &* width,
          (w.arena[before.hidden &+ place], w.arena[before.cell &+ place]))
        w.data(y)[place] = hidden
        w.arena[cells &+ place] = cell
      }
    }
  }

  /// Expects the gradients of the last states in `carry`, and leaves those of the first there.
  func backward(_ w: inout Workspace<S>) {
    let (gates, fromState) = (w.arena + gates, w.arena + fromState)
    let (inputSums, stateSums) = (w.arena + gateGradients, w.arena + stateGradients)
    let dy = w.gradient(y)
    let (dh, dc) = (w.arena + carry.hidden, w.arena + carry.cell)
    for step in (0..<axes.steps(rows: w.rows)).reversed() {
      forEachUnit(step, w) { token, unit, place, state in
        let (hidden, cell) = cell.back(
          unit, of: size, gates + token &* width, fromState + token &* width,
          (w.arena[before.hidden &+ place], w.arena[before.cell &+ place]),
          (w.data(y)[place], w.arena[cells &+ place]), (dh[state] + (dy?[place] ?? 0), dc[state]),
          to: (inputSums + token &* width, stateSums + token &* width))
        (dh[state], dc[state]) = (hidden, cell)
      }
      MatrixProduct(
        MatrixView(stateSums + step &* axes.stepStride &* width, stride: axes.sequenceStride &* width),
        MatrixView(w.data(weights.state), stride: size),
        rows: axes.sequences(rows: w.rows), inner: width, columns: size
      ).add(to: dh)
    }
    writeGradients(inputSums, stateSums, w)
  }

  private func writeGradients(
    _ inputSums: UnsafePointer<S>, _ stateSums: UnsafePointer<S>, _ w: borrowing Workspace<S>
  ) {
    let tokens = w.rows &* axes.second
    let inputs = x.shape[-1]
    MatrixProduct(
      MatrixView(inputSums, stride: width).transposed, MatrixView(w.data(x), stride: inputs),
      rows: width, inner: tokens, columns: inputs
    ).write(to: w.gradient(weights.input))
    MatrixProduct(
      MatrixView(stateSums, stride: width).transposed, MatrixView(w.arena + before.hidden, stride: size),
      rows: width, inner: tokens, columns: size
    ).write(to: w.gradient(weights.state))
    if let bias = weights.inputBias { sumRows(inputSums, rows: tokens, columns: width, to: w.gradient(bias)) }
    if let bias = weights.stateBias { sumRows(stateSums, rows: tokens, columns: width, to: w.gradient(bias)) }
    guard let dx = w.gradient(x) else { return }
    MatrixProduct(
      MatrixView(inputSums, stride: width), MatrixView(w.data(weights.input), stride: inputs),
      rows: tokens, inner: width, columns: inputs
    ).write(to: dx)
  }

  /// Copies the states that step `step` begins with to where its tokens find them.
  private func copyStates(before step: Int, _ w: borrowing Workspace<S>) {
    forEachUnit(step, w) { _, _, place, state in
      let last = place &- axes.stepStride &* size
      w.arena[before.hidden &+ place] = step == 0 ? w.arena[start.hidden &+ state] : w.data(y)[last]
      w.arena[before.cell &+ place] = step == 0 ? w.arena[start.cell &+ state] : w.arena[cells &+ last]
    }
  }

  /// Calls `body` with the token, the unit, the unit's place among all tokens',
  /// and its place among the states, for every unit of every sequence at `step`.
  @inline(__always)
  private func forEachUnit(
    _ step: Int, _ w: borrowing Workspace<S>,
    _ body: (_ token: Int, _ unit: Int, _ place: Int, _ state: Int) -> Void
  ) {
    for sequence in 0..<axes.sequences(rows: w.rows) {
      let token = step &* axes.stepStride &+ sequence &* axes.sequenceStride
      for unit in 0..<size { body(token, unit, token &* size &+ unit, sequence &* size &+ unit) }
    }
  }
}

/// Places of a hidden and a cell state.
struct RecurrentState {
  let hidden: Int
  let cell: Int

  init<S: Scalar>(_ builder: inout Builder<S>, _ shape: Shape, rows: Int) {
    hidden = builder.reserve(shape, rows: rows)
    cell = builder.reserve(shape, rows: rows)
  }
}

/// The weights of a recurrent layer, gates above one another:
/// `[gates · size, inputs]` and `[gates · size, size]`.
struct RecurrentWeights {
  let input: Weight
  let state: Weight
  let inputBias: Weight?
  let stateBias: Weight?
}
