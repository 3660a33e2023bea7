/// The hinge on a distance x: ℓ = x where the target is 1, max(0, margin − x) where it is −1.
struct HingeEmbeddingLoss: ElementLoss {
  static let info = Info(
    "HingeEmbeddingLoss",
    [
      Reduction.parameter,
      .real("margin", default: 1, "how far apart what differs should be"),
    ],
    summary: "Makes the distance of equals small, and of others large.",
    formula: #"\ell = \begin{cases} x & y = 1 \\ \max(0, m - x) & y = -1 \end{cases}"#,
    source: "Hadsell, Chopra and LeCun, Dimensionality reduction by learning an invariant mapping, 2006")

  let reduction: Reduction
  let margin: Double

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    margin = arguments.next()
  }

  var link: Link { .identity }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "HingeEmbeddingLoss needs targets 1 and -1, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    (y == 1 ? 0 : Swift.max(S(margin) - x, 0)) + (y == -1 ? 0 : x)
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    (y == 1 || x > S(margin) ? 0 : -1) + (y == -1 ? 0 : 1)
  }
}
