import Engine
import Lessons

// What the two runs bear out, each sentence by a rule.
extension Comparison {
  /// Where the runs part: first their rates, then what is measured.
  var parting: [String] {
    let steps = min(scheduled.steps.lr.count, unscheduled.steps.lr.count)
    let isApart = { (step: Int) in
      scheduled.steps.lr[step] != unscheduled.steps.lr[step]
        || scheduled.steps.momentum.dropFirst(step).first != unscheduled.steps.momentum.dropFirst(step).first
    }
    guard let first = (0..<steps).first(where: isApart) else {
      return [
        "The schedule never moves the rate in this run"
          + (areSame ? ": both runs are the same, bit for bit." : ".")
      ]
    }
    let loss = (first..<steps).first { scheduled.steps.loss[$0] != unscheduled.steps.loss[$0] }
    return [
      [same(before: first), parts(at: first), shows(at: loss, after: first)].compactMap { $0 }
        .joined(separator: " ")
    ]
  }

  /// Whether the schedule made no difference at any step.
  var areSame: Bool { scheduled.steps == unscheduled.steps }

  /// The steps before the rates differ, if the losses are the same too.
  private func same(before step: Int) -> String? {
    guard step > 0, scheduled.steps.loss[..<step] == unscheduled.steps.loss[..<step] else { return nil }
    return "Up to \(name(step - 1)), both runs are the same, bit for bit."
  }

  private func parts(at step: Int) -> String {
    let rates = Numbers.apart(scheduled.steps.lr[step], unscheduled.steps.lr[step])
    let place = step == 0 ? "their very first step" : name(step)
    guard scheduled.steps.lr[step] != unscheduled.steps.lr[step] else {
      return "They part at \(place), which the schedule gives another momentum."
    }
    return "They part at \(place): its rate is \(rates.0) with the schedule, \(rates.1) without."
  }

  private func shows(at step: Int?, after parting: Int) -> String? {
    guard let step else { return "No step's loss shows it." }
    guard step > parting else { return nil }
    let losses = Between(scheduled.steps.loss[step], unscheduled.steps.loss[step])
    return "The first loss to show it is that of \(name(step)), \(losses.first) against \(losses.second)."
  }

  /// A step with its epoch, counted from 1.
  private func name(_ step: Int) -> String {
    let perEpoch = max(scheduled.steps.perEpoch, 1)
    let place = step % perEpoch
    let where_ =
      perEpoch == 1
      ? "the only one of " : place == 0 ? "the first of " : place == perEpoch - 1 ? "the last of " : "in "
    return "step \(step + 1), \(where_)epoch \(step / perEpoch + 1)"
  }

  /// Which run ends better, which was ever best, and whether one ended early.
  var verdict: [String] { [ending, best, length].compactMap { $0 } }

  /// The rule of the end: what validation says of the last epochs.
  private var ending: String? {
    guard let with = scheduled.epochs.last, let without = unscheduled.epochs.last else { return nil }
    let losses = Between(with.valLoss, without.valLoss)
    let lower = with.valLoss < without.valLoss
    let told = "the validation loss is \(losses.first) with the schedule and \(losses.second) without"
    guard with.valLoss != without.valLoss else {
      return "Both runs end with the same validation loss, \(losses.first)."
    }
    let start = "The run \(lower ? "with" : "without") the schedule ends better: \(told)"
    guard let a = with.valAccuracy, let b = without.valAccuracy else { return start + "." }
    let percents = Numbers.apart(100 * a, 100 * b)
    let shares = "accuracy is \(percents.0)% with it and \(percents.1)% without"
    if a == b { return "\(start), though both get \(Numbers.percent(a)) of the rows right." }
    if (a > b) == lower { return "\(start), and \(shares)." }
    return """
      The end depends on what is asked: \(told), which speaks for the run \(lower ? "with" : "without") the schedule; \
      \(shares), which speaks for the run \(lower ? "without" : "with") it.
      """
  }

  /// The rule of the best epoch: the lowest validation loss of both runs, where it is not that of the end.
  private var best: String? {
    let lowest = [scheduled, unscheduled].compactMap { run in
      run.epochs.min { $0.valLoss < $1.valLoss }
    }
    guard lowest.count == 2, lowest[0].valLoss != lowest[1].valLoss else { return nil }
    let place = lowest[0].valLoss < lowest[1].valLoss ? 0 : 1
    let epochs = place == 0 ? scheduled.epochs : unscheduled.epochs
    let end = lowest[place].epoch == epochs.count ? ", its last" : ""
    return """
      The lowest validation loss of all, \(Numbers.number(lowest[place].valLoss)), is that of the run \
      \(place == 0 ? "with" : "without") the schedule after epoch \(lowest[place].epoch)\(end).
      """
  }

  /// The rule of length: early stopping ended the runs at different epochs.
  private var length: String? {
    let counts = [scheduled, unscheduled].map(\.epochs.count)
    guard counts[0] != counts[1] else { return nil }
    return """
      The run with the schedule took \(Numbers.count(counts[0], "epoch")), the one without \(counts[1]): early stopping \
      watches each by itself.
      """
  }
}
