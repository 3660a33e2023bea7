/// The logistic loss for targets 1 and −1: ℓ = log(1 + exp(−y x)).
struct SoftMarginLoss: ElementLoss {
  static let info = Info(
    "SoftMarginLoss",
    [Reduction.parameter],
    summary: "Compares logits with signs.",
    formula: #"\ell = \log(1 + e^{-y x})"#,
    source: "PyTorch, torch.nn.SoftMarginLoss")

  let reduction: Reduction

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
  }

  var link: Link { .sigmoid }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "SoftMarginLoss needs targets 1 and -1, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { S.softplus(-y * x) }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { -y * S.sigmoid(-y * x) }
}
