/// A loss that compares each output with the target at the same place.
protocol ElementLoss: LossKind {
  var reduction: Reduction { get }
  /// The term of output `x` and target `y` at place `place` of the batch.
  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S
  /// The derivative of the term by `x`.
  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S
}

extension ElementLoss {
  static var classifies: Bool { false }

  func evaluate<S: Scalar>(_ batch: LossBatch<S>) -> S {
    let count = batch.rows &* batch.shape.count
    let (x, y) = (batch.output, batch.target)
    let divisor: S = reduction.divisor(count: count, rows: batch.rows)
    if let terms = batch.terms {
      for i in 0..<count { terms[i] = term(x[i], y[i], at: i) }
    }
    if let gradient = batch.gradient {
      let scale = 1 / divisor
      for i in 0..<count { gradient[i] = slope(x[i], y[i], at: i) * scale }
    }
    return laneSum(count: count) { term(x[$0], y[$0], at: $0) } / divisor
  }

  /// Throws unless the target is `output.count` values per row.
  static func checkValues(
    _ output: Shape, classes: Int, targetColumns: Int, conflict: StaticString
  ) throws(EngineError) {
    if classes > 0 { throw EngineError(.conflict(conflict)) }
    try checkWidth(output, targetColumns)
  }

  /// Throws unless the target is `output.count` values between 0 and 1 per row, or one of two classes.
  static func checkProbabilities(
    _ output: Shape, classes: Int, targetColumns: Int, conflict: StaticString
  ) throws(EngineError) {
    if classes > 2 { throw EngineError(.conflict(conflict)) }
    try checkWidth(output, classes > 0 ? 1 : targetColumns)
  }

  private static func checkWidth(_ output: Shape, _ width: Int) throws(EngineError) {
    if output.count != width {
      throw EngineError(.shapeMismatch(component: info.name, expected: Shape(width), found: output))
    }
  }
}

/// One factor per column, repeated for every row; empty where all are 1.
struct ColumnWeights: Sendable {
  let values: [Double]

  /// The factor at place `place` of a batch.
  @inline(__always)
  func at<S: Scalar>(_ place: Int) -> S { values.isEmpty ? 1 : S(values[place % values.count]) }

  /// Throws unless there is none, or one, or one for each of `columns`.
  func check(_ component: StaticString, _ parameter: StaticString, columns: Int) throws(EngineError) {
    if values.count > 1 && values.count != columns {
      throw EngineError(
        .sizeMismatch(component: component, parameter: parameter, stated: values.count, found: columns))
    }
  }
}
