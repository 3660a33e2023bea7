extension RecurrentPass {
  /// How the state at `place` among all tokens' came about, with the sums that its gates looked at.
  func unit(_ place: Int, _ w: borrowing Workspace<S>) -> Unit {
    let (token, unit) = place.quotientAndRemainder(dividingBy: size)
    let gates = (0..<Cell.gates).map { gate in
      let row = gate &* size &+ unit
      return Unit.Gate(
        input: sum(
          row, weights.input, UnsafePointer(w.data(x) + token &* x.shape[-1]), weights.inputBias, w),
        state: sum(
          row, weights.state, UnsafePointer(w.arena + before.hidden + token &* size), weights.stateBias, w),
        value: w.arena[self.gates &+ token &* Cell.gates &* size &+ row].double)
    }
    let cells = Cell.hasCell ? [w.arena[before.cell &+ place].double, w.arena[cells &+ place].double] : []
    return Unit(
      index: place, terms: [], rest: 0, restCount: 0, bias: nil, sum: w.data(y)[place].double, gates: gates,
      states: [w.arena[before.hidden &+ place].double] + cells)
  }

  /// Row `row` of `matrix` times `x`, and the bias: summed in the order that the matrix product has.
  private func sum(
    _ row: Int, _ matrix: Weight, _ x: UnsafePointer<S>, _ bias: Weight?, _ w: borrowing Workspace<S>
  ) -> Unit {
    let (count, bias) = (matrix.shape[1], bias.map { w.data($0)[row] })
    let weights = w.data(matrix) + row &* count
    var sum: S = 0
    for i in 0..<count {
      let product = weights[i] * x[i]
      sum += product
    }
    if let bias { sum += bias }
    let terms = (0..<count).map { Unit.Term(input: $0, x: x[$0].double, weight: weights[$0].double) }
    return Unit(index: row, terms, most: Bounds.gateTerms, bias: bias?.double, sum: sum.double)
  }
}
