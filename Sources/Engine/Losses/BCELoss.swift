/// The binary cross-entropy of probabilities: ℓ = −w (y log x + (1 − y) log(1 − x)),
/// both logarithms at least −100.
struct BCELoss: ElementLoss {
  static let info = Info(
    "BCELoss",
    [
      Reduction.parameter,
      .optionalReals("weight", "factor of each column"),
    ],
    summary: "Compares probabilities with what is true of them.",
    formula: #"\ell = -w \, (y \log x + (1 - y) \log(1 - x))"#,
    source: "PyTorch, torch.nn.BCELoss; Good, Rational decisions, 1952")

  let reduction: Reduction
  let weight: ColumnWeights

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    weight = ColumnWeights(values: arguments.next())
  }

  static let classifies = true

  var link: Link { .probability }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkProbabilities(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "BCELoss tells two classes apart, and the data has more")
    try weight.check("BCELoss", "weight", columns: output.count)
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let (yes, no) = (Swift.max(S.log(x), -100), Swift.max(S.log1p(-x), -100))
    return ((y - 1) * no - y * yes) * weight.at(place)
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    (x - y) / Swift.max((1 - x) * x, S(Float(1e-12))) * weight.at(place)
  }
}
