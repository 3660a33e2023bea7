/// The absolute error with a rounded tip: the square of x − y over 2β up to β, and |x − y| − β/2 beyond.
///
/// With β = 0 it is the L1 loss.
struct SmoothL1Loss: ElementLoss {
  static let info = Info(
    "SmoothL1Loss",
    [
      Reduction.parameter,
      .real("beta", in: .nonnegative, default: 1, "where the square becomes a line"),
    ],
    summary: "An absolute error with a rounded tip.",
    formula:
      #"\ell = \begin{cases} \frac{(x - y)^2}{2 \beta} & |x - y| < \beta \\ |x - y| - \frac{\beta}{2} & \text{otherwise} \end{cases}"#,
    source: "Girshick, Fast R-CNN, 2015")

  let reduction: Reduction
  let beta: Double

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    beta = arguments.next()
  }

  var link: Link { .identity }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "SmoothL1Loss compares values, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let (d, beta) = (abs(x - y), S(beta))
    return d < beta ? S(0.5) * d * d / beta : d - S(0.5) * beta
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let (d, beta) = (x - y, S(beta))
    if abs(d) < beta { return d / beta }
    return d > 0 ? 1 : d < 0 ? -1 : d
  }
}
