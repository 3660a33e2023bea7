/// The mean of −log p over the rows, p being the probability that the model gave the true class.
///
/// Probabilities are kept one rounding error away from 0 and 1, as in scikit-learn.
struct LogLoss: MetricKind {
  static let info = Info(
    "log_loss", summary: "The mean of minus the logarithm of the true class's probability.",
    formula: #"-\frac{1}{n} \sum_i \log p_{i, y_i}"#,
    source: "scikit-learn, log_loss; Good, Rational decisions, 1952")
  static let task = Task.classification
  static let lessIsBetter = true

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    try Self.requireProbabilities(outcome)
    let edge = Double.ulpOfOne
    let sum = (0..<outcome.rows).reduce(0) { sum, row in
      let p = outcome.probability(row, of: Int(outcome.targets[row]))
      return sum - Double.log(max(edge, min(1 - edge, p)))
    }
    return Measurement(sum / Double(outcome.rows))
  }
}
