/// The mean of the squared errors, over rows and values per row.
struct MeanSquaredError: MetricKind {
  static let info = Info(
    "mse", summary: "The mean of the squared errors.", formula: #"\frac{1}{n} \sum_i (\hat y_i - y_i)^2"#,
    source: "scikit-learn, mean_squared_error")
  static let task = Task.regression
  static let lessIsBetter = true
  static let targetPower = 2

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) -> Measurement {
    let sum = zip(outcome.predictions, outcome.targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return Measurement(sum / Double(outcome.targets.count))
  }
}
