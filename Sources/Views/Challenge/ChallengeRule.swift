import Engine
import Lessons

/// A rule that asks one thing of a run, where the run answers it plainly.
struct ChallengeRule: Sendable {
  /// Its name, as tests call it.
  let name: String
  /// What it asks; nil where the run has no such thing, or where two answers come too near to one another.
  let ask: @Sendable (Exhibit) -> Lessons.Question?

  /// Every rule, in the order in which the questions are asked.
  static var all: [ChallengeRule] {
    [lowestValLoss, withoutSchedule, rateOfEpoch, shapeOfLayer, finalAccuracy, parametersOfLayer]
  }

  /// The question, if the run bears out its answers: an option's claim is true
  /// exactly when the option is right.
  func question(of exhibit: Exhibit) -> Lessons.Question? {
    guard let question = ask(exhibit) else { return nil }
    let isProven = question.options.allSatisfy { option in
      option.claims.allSatisfy { exhibit.checked.bearsOut($0) == option.isRight }
    }
    return isProven ? question : nil
  }

  /// What is less than this share of the larger apart counts as a tie.
  private static let tie = 0.01

  static func isTie(_ a: Double, _ b: Double) -> Bool {
    !((a - b).magnitude > tie * max(a.magnitude, b.magnitude))
  }
}

// What the schedule does.
extension ChallengeRule {
  /// The rate of an epoch that the lesson does not name, where the rate follows from the schedule's formula.
  static let rateOfEpoch = ChallengeRule(name: "rate of an epoch") { exhibit in
    let (checked, run) = (exhibit.checked, ObservedRun(exhibit.checked.trace))
    guard let schedule = checked.trace.pipeline.schedule.scheduler, !run.isRateConstant,
      !schedule.call.contains("ReduceLROnPlateau")
    else { return nil }
    let named = checked.lesson.source.text.namedRates
    let rates = run.rates
    let open = (2...max(run.count, 2)).filter { epoch in
      epoch < run.count && rates[epoch - 1] > 0 && !isTie(rates[epoch - 1], rates[0])
        && !named.contains(epoch)
    }
    guard let epoch = open.dropFirst(open.count / 3).first else { return nil }
    let value = rates[epoch - 1]
    let does = checked.trace.pipeline.schedule.cadence == .batch ? "begin" : "train"
    return .number(
      [.text("What learning rate does epoch \(epoch) \(does) with?")],
      body: [
        .text("The schedule is "), .code(schedule.call),
        .text("; epoch 1 \(does)s with \(Numbers.number(rates[0])). Two digits are near enough."),
      ], value: value, within: 0.05,
      explanation: [.text("In this run epoch \(epoch) \(does)s with \(Numbers.number(value)).")])
  }

  /// Which run ends with the lower validation loss: the lesson's,
  /// or the one of the same seed without schedule.
  static let withoutSchedule = ChallengeRule(name: "with or without the schedule") { exhibit in
    guard let with = exhibit.checked.trace.epochs.last, let without = exhibit.unscheduled?.epochs.last,
      with.epoch > 1, with.valLoss.isFinite, without.valLoss.isFinite, !isTie(with.valLoss, without.valLoss)
    else { return nil }
    let wins = with.valLoss < without.valLoss
    let losses = Between(with.valLoss, without.valLoss)
    return .choice(
      [
        .text(
          "The same seed with the schedule and without it: which run ends with the lower validation loss?")
      ],
      options: [
        .init([.text("The run with the schedule")], isRight: wins),
        .init([.text("The run at a constant rate")], isRight: !wins),
      ],
      explanation: [
        .text(
          "With the schedule it ends at \(losses.first), without it at \(losses.second).")
      ])
  }
}

extension String {
  /// The numbers in `lr[…]`, wherever they stand. By bytes, because lessons are long.
  fileprivate var namedRates: Set<Int> {
    let parts = utf8.split(separator: UInt8(ascii: "["))
    return Set(
      zip(parts, parts.dropFirst()).compactMap { before, behind in
        guard before.suffix(2).elementsEqual("lr".utf8) else { return nil }
        return Int(Substring(behind.prefix { $0 != UInt8(ascii: "]") }))
      })
  }
}
