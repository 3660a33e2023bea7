import Engine

/// The last epoch, whose weights are measured, beside the one that validated best.
struct LastAndBest {
  private let trace: Trace

  init(_ trace: Trace) { self.trace = trace }

  var blocks: [Block] {
    guard let last = trace.epochs.last, trace.epochs.count > 1 else { return [] }
    let what = trace.pipeline.train.averaging == nil ? "those" : "the moving averages"
    let measured = "The weights measured are \(what) after epoch \(last.epoch), the last"
    let stopped = trace.stoppedEarly ? " Early stopping ended the run there." : ""
    let best = trace.epochs.filter(\.valLoss.isFinite).min { $0.valLoss < $1.valLoss }
    guard let best, best.valLoss != last.valLoss else {
      let rest = best == nil ? "" : ", and no epoch had a lower validation loss"
      return [.paragraph([.text("\(measured)\(rest).\(stopped)")])]
    }
    let losses = Between(best.valLoss, last.valLoss)
    let end = last.valLoss.isFinite ? losses.second : Numbers.number(last.valLoss)
    return [
      .paragraph([
        .text(
          """
          \(measured).\(stopped) The validation loss was lowest after epoch \(best.epoch), at \(losses.first), and is \
          \(end) at the end\(accuracies(best, last)).
          """)
      ])
    ]
  }

  private func accuracies(_ best: Epoch, _ last: Epoch) -> String {
    guard let before = best.valAccuracy, let after = last.valAccuracy else { return "" }
    if before == after { return "; accuracy is \(Numbers.percent(after)) at both" }
    return "; accuracy went from \(Numbers.percent(before)) to \(Numbers.percent(after))"
  }
}
