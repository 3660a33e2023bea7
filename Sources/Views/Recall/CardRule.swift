import Engine

/// A rule that makes a card of a run's key number, where the run has it.
struct CardRule: Sendable {
  /// Its name, as tests call it.
  let name: String
  /// The question and its answer; nil where the run has no such number.
  let make: @Sendable (Trace) -> (front: String, back: String)?

  /// The card of `trace`.
  func card(_ trace: Trace) -> Card? {
    make(trace).map { Card(front: [.text($0.front)], back: [.paragraph([.text($0.back)])]) }
  }

  /// Every rule, in the order of the cards.
  static var all: [CardRule] { [split, parameters, rates, best, outcome] }

  /// How many rows train and how many validate.
  static let split = CardRule(name: "split") { trace in
    let (train, validation) = (trace.preprocess.trainRows.count, trace.preprocess.validationRows.count)
    guard validation > 0 else { return nil }
    return (
      "How many rows does this run train on, and how many are kept for validation?",
      "\(Numbers.count(train, "row")) for training, \(validation) for validation."
    )
  }

  /// How many trainable numbers the model has.
  static let parameters = CardRule(name: "parameters") { trace in
    guard trace.model.parameterCount > 0 else { return nil }
    return (
      "How many trainable numbers does the model of this run have?", "\(trace.model.parameterCount)."
    )
  }

  /// Where the schedule leads the rate.
  static let rates = CardRule(name: "rates") { trace in
    let rates = trace.rateCurve
    guard let scheduler = trace.pipeline.schedule.scheduler, !rates.isConstant else { return nil }
    return ("Which way does \(scheduler.name) take the learning rate of this run?", rates.reading)
  }

  /// When validation loss was at its lowest, if that is one epoch.
  static let best = CardRule(name: "best") { trace in
    let losses = trace.epochs.map(\.valLoss)
    guard losses.count > 1, losses.allSatisfy(\.isFinite), let least = losses.min(),
      losses.count(where: { $0 == least }) == 1, let place = losses.firstIndex(of: least)
    else { return nil }
    let ends = Between(least, losses[losses.count - 1])
    let end = place + 1 == losses.count ? "" : " It ends at \(ends.second)."
    return (
      "After which epoch of this run is the validation loss lowest?",
      "After epoch \(place + 1) of \(losses.count), \(ends.first).\(end)"
    )
  }

  /// How good the trained model is.
  static let outcome = CardRule(name: "outcome") { trace in
    ("How good is the trained model of this run?", Score(trace).sentence + ".")
  }
}
