/// Precision, recall, F1 and number of rows of each class: `[classes, 4]`.
struct ClassificationReport: MetricKind {
  static let info = Info(
    "classification_report", summary: "Precision, recall, F1 and number of rows of each class.",
    source: "scikit-learn, classification_report")
  static let task = Task.classification
  static let columns: [StaticString] = ["precision", "recall", "f1", "support"]

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) -> Measurement {
    let counts = outcome.classCounts
    return Measurement(
      counts.flatMap { [$0.precision, $0.recall, $0.f1, $0.actual] }, shape: Shape(counts.count, 4))
  }
}
