import Engine
import Lessons

/// The schedule's formula, and for every epoch the numbers put into it, term by term, up to the rate.
struct ScheduleInNumbers {
  private let trace: Trace
  private let view: String
  private let epoch: Int?

  /// `epoch` is the one whose numbers stand first; nil leaves the choice to each stretch.
  init(_ trace: Trace, view: String, epoch: Int? = nil) {
    self.trace = trace
    self.view = view
    self.epoch = epoch
  }

  var blocks: [Block] {
    guard let scheduler = trace.pipeline.schedule.scheduler else {
      let rate = Numbers.number(trace.epochs.first?.rate.lr ?? 0)
      return [
        .heading(level: 2, text: [.text("No schedule")], anchor: "\(view)-numbers"),
        .paragraph([
          .text(
            "This lesson has no schedule, and so no formula for its rate: every epoch trains with \(rate).")
        ]
        ),
      ]
    }
    let stretches = TermStretch.stretches(of: trace, showing: epoch)
    let title = Block.heading(
      level: 2, text: [.text("\(scheduler.name) in numbers")], anchor: "\(view)-numbers")
    return [title, .paragraph(scheduler.does + [.text(cadence)])]
      + stretches.flatMap { stretch -> [Block] in
        let part = scheduler.part(stretch.path)
        return (stretches.count > 1 ? [heading(stretch)] : []) + settings(of: part)
          + (part.formula.isEmpty ? [] : [.formula(part.formula)]) + stretch.blocks
      } + (agreement(stretches).map { [.paragraph([.text($0)])] } ?? [])
  }

  private func heading(_ stretch: TermStretch) -> Block {
    .heading(
      level: 3, text: [.text("\(stretch.name): \(stretch.scheduler)")],
      anchor: "\(view)-epoch-\(stretch.epochs.lowerBound)")
  }

  /// What `scheduler` is set to.
  private func settings(of scheduler: Component) -> [Block] {
    let settings = scheduler.settings.filter { !$0.isComposite }
    guard !settings.isEmpty else { return [] }
    let list = settings.map { [Inline.code("\($0.name) = \($0.text)".keepingTogether)] }
      .joined(separator: [.text(", ")])
    return [.paragraph([.text("Here ")] + list + [.text(".")])]
  }

  /// When it steps, where that is not after every epoch.
  private var cadence: String {
    guard trace.pipeline.schedule.cadence == .batch else { return "" }
    let when = trace.pipeline.train.accumulation > 1 ? "every step of the optimizer" : "every batch"
    let often = Numbers.times(trace.steps.perEpoch)
    return " It steps after \(when), \(often) an epoch: shown is the first step of each."
  }

  /// How far the formula is from the rates that the run used.
  private func agreement(_ stretches: [TermStretch]) -> String? {
    let rates = stretches.flatMap { $0.rows.map { $0.last ?? .nan } }
    let off = zip(rates, trace.epochs).map { ($0 - $1.rate.lr).magnitude }.max() ?? 0
    guard rates.count == trace.epochs.count else { return nil }
    guard off > 0 else {
      return "In every epoch the last of these numbers is the rate of the run, bit for bit."
    }
    let steps = "The run goes from each rate to the next, as PyTorch does"
    let isRounding = off < 1e-9 * (trace.epochs.map(\.rate.lr.magnitude).max() ?? 0)
    return isRounding
      ? """
      \(steps); that rounds differently from the formula, and no rate of the run is further from it than \
      \(Numbers.power(off)).
      """
      : "\(steps), and that does not come to the formula here: its rates are up to \(Numbers.power(off)) apart from it."
  }
}
