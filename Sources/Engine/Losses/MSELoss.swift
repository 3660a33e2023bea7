/// The mean squared error: ℓ = (x − y)², averaged over every element. Its gradient is 2 (x − y) / count.
struct MSELoss: ElementLoss {
  static let info = Info(
    "MSELoss",
    [Reduction.parameter],
    summary: "Squares how far each output is from its target.",
    formula: #"\ell = (x - y)^2"#,
    source: "Gauss, Theoria motus, 1809; PyTorch, torch.nn.MSELoss")

  let reduction: Reduction

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
  }

  var link: Link { .identity }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "MSELoss compares values, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { (x - y) * (x - y) }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { 2 * (x - y) }
}
