/// The negative log-likelihood of log-probabilities `[batch, classes]` against class numbers: ℓ = −w x[y].
///
/// The mean is over the weights of the true classes.
struct NLLLoss: LossKind {
  static let info = Info(
    "NLLLoss", ClassWeights.parameters, summary: "Compares log-probabilities with the true class.",
    formula: #"\ell = -w_y x_y"#, source: "PyTorch, torch.nn.NLLLoss; Fisher, 1922")

  let weights: ClassWeights

  init(_ arguments: inout Arguments) { weights = ClassWeights(&arguments) }

  var link: Link { .exponential }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try weights.check(
      output, classes: classes, for: Self.self,
      conflict: "NLLLoss needs classes, and the data's target is a value")
  }

  func evaluate<S: Scalar>(_ batch: LossBatch<S>) -> S {
    let classes = batch.shape[0]
    let plane = batch.shape.count / classes
    let count = batch.rows &* plane
    let divisor: S = weights.divisor(batch.target, count: count)
    batch.gradient?.update(repeating: 0, count: count &* classes)
    let total: S = laneSum(count: count) { i in
      let y = batch.target[i].integer
      let ignored = y == weights.ignoreIndex
      let factor: S = ignored ? 0 : weights[y]
      let place = (i / plane &* classes &+ (ignored ? 0 : y)) &* plane &+ i % plane
      let term = ignored ? 0 : -factor * batch.output[place]
      batch.terms?[i] = term
      if !ignored { batch.gradient?[place] = -factor / divisor }
      return term
    }
    return total / divisor
  }
}
