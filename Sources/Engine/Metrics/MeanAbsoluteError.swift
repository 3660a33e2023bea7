/// The mean of the errors' sizes, over rows and values per row.
struct MeanAbsoluteError: MetricKind {
  static let info = Info(
    "mae", summary: "The mean of the errors' sizes.", formula: #"\frac{1}{n} \sum_i |\hat y_i - y_i|"#,
    source: "scikit-learn, mean_absolute_error")
  static let task = Task.regression
  static let lessIsBetter = true
  static let targetPower = 1

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) -> Measurement {
    let sum = zip(outcome.predictions, outcome.targets).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
    return Measurement(sum / Double(outcome.targets.count))
  }
}
