/// The loss that training made small, on the validation part in evaluation mode.
struct LossMetric: MetricKind {
  static let info = Info(
    "loss", summary: "The loss that training made small, on the validation part.",
    source: "the loss of the train stage")
  static let task = Task.either
  static let lessIsBetter = true

  init(_ arguments: inout Arguments) {}

  func measure(_ outcome: Outcome) -> Measurement { Measurement(outcome.loss) }
}
