/// The binary cross-entropy of logits: ℓ = −w (p y log σ(x) + (1 − y) log(1 − σ(x))), without overflow.
///
/// p is `pos_weight`: what a true positive counts.
struct BCEWithLogitsLoss: ElementLoss {
  static let info = Info(
    "BCEWithLogitsLoss",
    [
      Reduction.parameter,
      .optionalReals("weight", "factor of each column"),
      .optionalReals("pos_weight", "what the positives of each column count"),
    ],
    summary: "Compares logits with what is true of them.",
    formula: #"\ell = -w \, (p \, y \log \sigma(x) + (1 - y) \log(1 - \sigma(x)))"#,
    source: "PyTorch, torch.nn.BCEWithLogitsLoss; Cox, The regression analysis of binary sequences, 1958")

  let reduction: Reduction
  let weight: ColumnWeights
  let posWeight: ColumnWeights

  init(_ arguments: inout Arguments) {
    reduction = Reduction(row: arguments.next())
    weight = ColumnWeights(values: arguments.next())
    posWeight = ColumnWeights(values: arguments.next())
  }

  static let classifies = true

  var link: Link { .sigmoid }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try Self.checkProbabilities(
      output, classes: classes, targetColumns: targetColumns,
      conflict: "BCEWithLogitsLoss tells two classes apart, and the data has more")
    try weight.check("BCEWithLogitsLoss", "weight", columns: output.count)
    try posWeight.check("BCEWithLogitsLoss", "pos_weight", columns: output.count)
  }

  func term<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let positive: S = posWeight.at(place)
    return ((1 - y) * x + ((positive - 1) * y + 1) * S.softplus(-x)) * weight.at(place)
  }

  func slope<S: Scalar>(_ x: S, _ y: S, at place: Int) -> S {
    let positive = posWeight.at(place) * y
    return ((positive + 1 - y) * S.sigmoid(x) - positive) * weight.at(place)
  }
}
