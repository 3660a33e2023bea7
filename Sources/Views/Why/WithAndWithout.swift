import Engine
import Lessons

/// The lesson's run beside the same seed without its schedule: both curves, where they part, how they end.
struct WithAndWithout {
  private let exhibit: Exhibit
  private let view: String
  private var trace: Trace { exhibit.checked.trace }

  init(_ exhibit: Exhibit, view: String) {
    self.exhibit = exhibit
    self.view = view
  }

  var blocks: [Block] {
    guard let scheduler = trace.pipeline.schedule.scheduler else {
      let rate = Numbers.number(trace.epochs.first?.rate.lr ?? 0)
      return [
        .heading(level: 2, text: [.text("No schedule")], anchor: "\(view)-comparison"),
        .paragraph([
          .text(
            "This lesson has no schedule: every epoch trains with a rate of \(rate), and there is no other run to set beside it."
          )
        ]),
      ]
    }
    let title = Block.heading(
      level: 2, text: [.text("With \(scheduler.name) and without")], anchor: "\(view)-comparison")
    guard let unscheduled = exhibit.unscheduled else { return [title, .paragraph([.text(failure)])] }
    let comparison = Comparison(scheduled: trace, unscheduled: unscheduled)
    let caution = comparison.areSame ? [] : ["Another seed may end otherwise."]
    return [title, .paragraph([.text(lead(unscheduled))])]
      + comparison.parting.map { .paragraph([.text($0)]) }
      + [.chart(comparison.chart), .table(comparison.table)]
      + [.paragraph([.text((comparison.verdict + caution).joined(separator: " "))])]
  }

  private func lead(_ unscheduled: Trace) -> String {
    """
    The same lesson was run once more from the same seed, \(trace.pipeline.seed), with its schedule off: every epoch \
    trains with the optimizer's own rate, \(Numbers.number(unscheduled.epochs.first?.rate.lr ?? 0)).
    """
  }

  /// Why there is no run without the schedule.
  private var failure: String {
    let run = "With its schedule off, the same lesson from the same seed, \(trace.pipeline.seed),"
    guard case .diverged(let epoch, let step, let lr) = exhibit.failure?.reason else {
      return "\(run) cannot run to its end, so that there is nothing to set beside it."
    }
    return """
      \(run) diverges: at a rate of \(Numbers.number(lr)) its loss or its gradient is no number any more at step \
      \(step), in epoch \(epoch). With \(trace.pipeline.schedule.scheduler?.name ?? "it") it trains to its end.
      """
  }
}
