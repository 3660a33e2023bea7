/// The share of rows whose class is predicted right.
struct Accuracy: MetricKind {
  static let info = Info(
    "accuracy", summary: "The share of rows whose class is predicted right.",
    formula: #"\frac{1}{n} \sum_i [\hat y_i = y_i]"#, source: "scikit-learn, accuracy_score")
  static let task = Task.classification

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) -> Measurement {
    Measurement(outcome.classCounts.reduce(0) { $0 + $1.right } / Double(outcome.rows))
  }
}
