import Engine

/// A rule that says one thing of an epoch where it holds.
struct ObservationRule: Sendable {
  /// What it says, and the condition it stands on, in the lesson's language of claims.
  struct Observation: Equatable {
    var sentence: String
    var condition: String
  }

  /// Its name, as tests call it.
  let name: String
  /// What it says of an epoch of a run; nil where it does not hold.
  let observe: @Sendable (ObservedRun, Int) -> Observation?

  /// Every rule, the most telling first.
  static var all: [ObservationRule] {
    [
      start, lowestRate, highestRate, overfit, lowestValLoss, highestValAccuracy, highestValLoss, biggestFall,
      risesWithRate, rateMoves, stopped, end, between,
    ]
  }

  private static func number(_ value: Double) -> String { Numbers.number(value) }

  /// The first epoch: the rate it starts with, and how far one pass goes.
  static let start = ObservationRule(name: "start") { run, e in
    guard e == 1 else { return nil }
    let reached =
      run[1].accuracy.map { "\(Numbers.percent($0)) of its samples are right" }
      ?? "its loss is \(number(run[1].loss))"
    return Observation(
      sentence: "Training starts at a rate of \(number(run[1].rate.lr)); over the first pass \(reached).",
      condition: "lr[1] == \(run[1].rate.lr)")
  }

  /// The lowest rate of a schedule; a rate of 0 moves no weight.
  static let lowestRate = ObservationRule(name: "lowest rate") { run, e in
    guard !run.isRateConstant, e == run.lowestRate else { return nil }
    let rate = run.toldRates[e - 1]
    let still = rate == 0 && run.isStill(during: e) ? ", and no weight moves" : ""
    return Observation(
      sentence: run.schedulesSteps
        ? "No epoch starts at a lower rate than this one, \(number(rate))\(still)."
        : "The rate is the lowest of the run, \(number(rate))\(still).",
      condition: "lr[\(e)] == min(lr)")
  }

  /// The highest rate of a schedule, past the first epoch.
  static let highestRate = ObservationRule(name: "highest rate") { run, e in
    guard !run.isRateConstant, e == run.highestRate, e > 1 else { return nil }
    let rate = number(run.toldRates[e - 1])
    return Observation(
      sentence: run.schedulesSteps
        ? "No epoch starts at a higher rate than this one, \(rate)."
        : "The rate is the highest of the run, \(rate).",
      condition: "lr[\(e)] == max(lr)")
  }

  /// Validation loss is at its worst while training loss is lower than where validation was best.
  static let overfit = ObservationRule(name: "overfit") { run, e in
    let best = run.lowestValLoss
    guard e == run.highestValLoss, e > best, run[e].loss < run[best].loss else { return nil }
    return Observation(
      sentence: """
        Validation loss, \(number(run[e].valLoss)), is the highest of the run, while training loss is lower than \
        at epoch \(best), where validation was best: the model overfits.
        """,
      condition: "val_loss[\(e)] == max(val_loss) and loss[\(e)] < loss[\(best)]")
  }

  /// The best validation loss, where they are not all the same.
  static let lowestValLoss = ObservationRule(name: "lowest validation loss") { run, e in
    guard e == run.lowestValLoss, e != run.highestValLoss else { return nil }
    return Observation(
      sentence: "Validation loss is the lowest of the run, \(number(run[e].valLoss)).",
      condition: "val_loss[\(e)] == min(val_loss)")
  }

  /// The best validation accuracy, where they are not all the same.
  static let highestValAccuracy = ObservationRule(name: "highest validation accuracy") { run, e in
    guard e == run.highestValAccuracy, let accuracy = run[e].valAccuracy else { return nil }
    return Observation(
      sentence: "Validation accuracy is the highest of the run, \(Numbers.percent(accuracy)).",
      condition: "val_accuracy[\(e)] == max(val_accuracy)")
  }

  /// The worst validation loss, past the first epoch and without overfitting.
  static let highestValLoss = ObservationRule(name: "highest validation loss") { run, e in
    guard e == run.highestValLoss, e > 1, overfit.observe(run, e) == nil else { return nil }
    return Observation(
      sentence: "Validation loss is the highest of the run, \(number(run[e].valLoss)).",
      condition: "val_loss[\(e)] == max(val_loss)")
  }

  /// The biggest fall of training loss from one epoch to the next, of several.
  static let biggestFall = ObservationRule(name: "biggest fall") { run, e in
    guard e == run.biggestFall else { return nil }
    let (before, now) = Numbers.apart(run[e - 1].loss, run[e].loss)
    return Observation(
      sentence: "Training loss falls more than in any other epoch, from \(before) to \(now).",
      condition: "loss[\(e)] < loss[\(e - 1)]")
  }
}

// What an epoch shows beside those before it.
extension ObservationRule {
  /// Rate and training loss are both higher than in the epoch before.
  static let risesWithRate = ObservationRule(name: "rises with the rate") { run, e in
    guard e > 1, run.toldRates[e - 1] > run.toldRates[e - 2], run[e].loss > run[e - 1].loss else {
      return nil
    }
    let rate = Numbers.apart(run.toldRates[e - 1], run.toldRates[e - 2]).0
    let (before, now) = Numbers.apart(run[e - 1].loss, run[e].loss)
    let start =
      run.schedulesSteps
      ? "The epoch starts at a higher rate than the one before, \(rate)" : "The rate rises to \(rate)"
    return Observation(
      sentence:
        "\(start), and training loss \(run.schedulesSteps ? "rises" : "with it"), from \(before) to \(now).",
      condition: "lr[\(e)] > lr[\(e - 1)] and loss[\(e)] > loss[\(e - 1)]")
  }

  /// The rate is another than in the epoch before, and no extreme.
  static let rateMoves = ObservationRule(name: "rate moves") { run, e in
    guard e > 1, e != run.lowestRate, e != run.highestRate, run.toldRates[e - 1] != run.toldRates[e - 2]
    else {
      return nil
    }
    let rises = run.toldRates[e - 1] > run.toldRates[e - 2]
    let rate = Numbers.apart(run.toldRates[e - 1], run.toldRates[e - 2]).0
    return Observation(
      sentence: run.schedulesSteps
        ? "The epoch starts at a \(rises ? "higher" : "lower") rate than the one before, \(rate)."
        : "The rate \(rises ? "rises" : "falls") to \(rate).",
      condition: "lr[\(e)] \(rises ? ">" : "<") lr[\(e - 1)]")
  }

  /// Early stopping ended the run here.
  static let stopped = ObservationRule(name: "stopped early") { run, e in
    guard e == run.count, run.trace.stoppedEarly else { return nil }
    return Observation(sentence: "Early stopping ends training here.", condition: "epochs == \(e)")
  }

  /// The last epoch: where training and validation loss end.
  static let end = ObservationRule(name: "end") { run, e in
    guard e == run.count, e > 1 else { return nil }
    let (loss, validation) = (number(run[e].loss), number(run[e].valLoss))
    return Observation(
      sentence: "Training ends with a loss of \(loss), \(validation) on validation rows.",
      condition: "epochs == \(e)")
  }

  /// Any epoch that no other rule told it of: where training loss went from the epoch before.
  static let between = ObservationRule(name: "between") { run, e in
    guard e > 1, e != run.biggestFall, risesWithRate.observe(run, e) == nil else { return nil }
    let (before, now) = (run[e - 1].loss, run[e].loss)
    let texts = Numbers.apart(before, now)
    guard now != before else {
      return Observation(
        sentence: "Training loss stays at \(texts.1).", condition: "loss[\(e)] == loss[\(e - 1)]")
    }
    return Observation(
      sentence: "Training loss \(now < before ? "falls" : "rises") from \(texts.0) to \(texts.1).",
      condition: "loss[\(e)] \(now < before ? "<" : ">") loss[\(e - 1)]")
  }
}

extension ObservedRun {
  /// Whether epoch `number` left every trainable number as it was; false where the run did not keep them.
  func isStill(during number: Int) -> Bool {
    let (kept, size) = (trace.model.snapshots, trace.model.parameterCount)
    guard size > 0, kept.count >= number * size else { return false }
    let before =
      number == 1 ? trace.model.initialParameters[...] : kept[(number - 2) * size..<(number - 1) * size]
    return before.elementsEqual(kept[(number - 1) * size..<number * size])
  }
}
