/// The divergence of a distribution given by log-probabilities x from the target's:
/// ℓ = y (log y − x), 0 where y is 0.
///
/// `batchmean` divides by the rows and so is the divergence as textbooks define it.
struct KLDivLoss: ElementLoss {
  static let info = Info(
    "KLDivLoss",
    [
      .choice(
        "reduction", ["mean", "sum", "batchmean"], default: 0, "how the terms become one number"),
      .flag("log_target", default: false, "the target is given as log-probabilities"),
    ],
    summary: "How far log-probabilities are from a distribution.",
    formula: #"\ell = y \, (\log y - x)"#,
    source: "Kullback and Leibler, On information and sufficiency, 1951")

  let reduction: Reduction
  let logTarget: Bool

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    logTarget = arguments.next()
  }

  var link: Link { .exponential }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "KLDivLoss compares distributions, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    if logTarget { return S.exp(y) * (y - x) }
    return y > 0 ? y * (S.log(y) - x) : -y * x
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S { logTarget ? -S.exp(y) : -y }
}
