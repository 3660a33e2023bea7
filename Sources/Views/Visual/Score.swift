import Engine

/// How good the model is, in one number and one line.
struct Score {
  /// The number alone.
  let text: String
  /// One line.
  let sentence: String

  init(_ trace: Trace) {
    let outcome = trace.outcome
    if outcome.classes > 0 {
      let right = zip(outcome.predictions, outcome.targets).count { $0 == $1 }
      text = Numbers.percent(Double(right) / Double(max(outcome.rows, 1)))
      sentence = "\(right) of \(Numbers.count(outcome.rows, "validation row")) right"
    } else if let (metric, measurement) = zip(trace.pipeline.evaluate.metrics, trace.evaluation)
      .first(where: { $1.shape.rank == 0 })
    {
      text = "\(metric.name)\u{a0}\(Self.text(measurement, of: metric))"
      sentence = "\(text) on \(Numbers.count(outcome.rows, "validation row"))"
    } else {
      text = "loss\u{a0}\(Numbers.number(outcome.loss))"
      sentence = "\(text) on \(Numbers.count(outcome.rows, "validation row"))"
    }
  }

  /// A measurement that is a number or a list: accuracy as a percentage.
  static func text(_ measurement: Measurement, of metric: Component) -> String {
    measurement.values.map { metric.name == "accuracy" ? Numbers.percent($0) : Numbers.number($0) }
      .joined(separator: ", ")
  }
}
