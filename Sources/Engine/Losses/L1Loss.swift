/// The mean absolute error: ℓ = |x − y|, averaged over every element; its slope at 0 is 0.
struct L1Loss: ElementLoss {
  static let info = Info(
    "L1Loss",
    [Reduction.parameter],
    summary: "How far each output is from its target.",
    formula: #"\ell = |x - y|"#,
    source: "Boscovich, 1757; PyTorch, torch.nn.L1Loss")

  let reduction: Reduction

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
  }

  var link: Link { .identity }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "L1Loss compares values, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { abs(x - y) }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { x > y ? 1 : x < y ? -1 : x - y }
}
