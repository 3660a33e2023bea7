import Engine

/// The last epoch, whose weights are measured, beside the one that validated best.
struct LastAndBest {
  private let trace: Trace

  init(_ trace: Trace) { self.trace = trace }

  var blocks: [Block] {
    guard let last = trace.epochs.last, trace.epochs.count > 1,
      let best = trace.epochs.min(by: { $0.valLoss < $1.valLoss })
    else { return [] }
    let stopped = trace.stoppedEarly ? " Early stopping ended the run there." : ""
    guard best.epoch != last.epoch else {
      return [
        .paragraph([
          .text(
            "The weights measured are those after epoch \(last.epoch), the last, and no epoch had a lower validation loss.\(stopped)"
          )
        ])
      ]
    }
    let losses = [best.valLoss, last.valLoss]
    let format = ColumnFormat(losses)
    return [
      .paragraph([
        .text(
          """
          The weights measured are those after epoch \(last.epoch), the last.\(stopped) The validation loss was \
          lowest after epoch \(best.epoch), at \(format.text(losses[0])), and is \(format.text(losses[1])) at the end\
          \(accuracies(best, last)).
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
