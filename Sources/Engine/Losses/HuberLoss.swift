/// The Huber loss: half the square of x − y up to δ, and a straight line of slope δ beyond.
struct HuberLoss: ElementLoss {
  static let info = Info(
    "HuberLoss",
    [
      Reduction.parameter,
      .real("delta", in: .positive, default: 1, "where the square becomes a line"),
    ],
    summary: "Squares small errors and takes large ones as they are.",
    formula:
      #"\ell = \begin{cases} \frac{1}{2} (x - y)^2 & |x - y| \le \delta \\ \delta (|x - y| - \frac{1}{2} \delta) & \text{otherwise} \end{cases}"#,
    source: "Huber, Robust estimation of a location parameter, 1964")

  let reduction: Reduction
  let delta: Double

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    delta = arguments.next()
  }

  var link: Link { .identity }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkValues(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "HuberLoss compares values, and the data's target is a class")
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let (d, delta) = (abs(x - y), S(delta))
    return d <= delta ? S(0.5) * d * d : delta * (d - S(0.5) * delta)
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let (d, delta) = (x - y, S(delta))
    return d < -delta ? -delta : d > delta ? delta : d
  }
}
