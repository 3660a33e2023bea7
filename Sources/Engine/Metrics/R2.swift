/// The share of the target's variance that the model explains: 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
///
/// 1 is perfect, 0 no better than the mean, below 0 worse. Where the target does not vary:
/// 1 if right, else 0. The mean where rows have several values. Throws below two rows.
struct R2: MetricKind {
  static let info = Info(
    "r2", summary: "The share of the target's variance that the model explains.",
    formula: #"1 - \frac{\sum_i (y_i - \hat y_i)^2}{\sum_i (y_i - \bar y)^2}"#,
    source: "scikit-learn, r2_score; Wright, Correlation and causation, 1921")
  static let task = Task.regression

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    guard outcome.rows > 1 else {
      throw EngineError(.tooFewRows(component: "r2", needed: 2, found: outcome.rows))
    }
    let width = outcome.targets.count / outcome.rows
    var total = 0.0
    for column in 0..<width {
      let places = stride(from: column, to: outcome.targets.count, by: width)
      let mean = places.reduce(0) { $0 + outcome.targets[$1] } / Double(outcome.rows)
      var residual = 0.0
      var variance = 0.0
      for i in places {
        let (error, deviation) = (outcome.targets[i] - outcome.predictions[i], outcome.targets[i] - mean)
        residual += error * error
        variance += deviation * deviation
      }
      total += variance == 0 ? (residual == 0 ? 1 : 0) : 1 - residual / variance
    }
    return Measurement(total / Double(width))
  }
}
