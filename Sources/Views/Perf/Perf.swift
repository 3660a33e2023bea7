import Engine
import Lessons

extension View {
  /// How good it is: every metric, the mistakes, the classes or the residuals, the
  /// folds, and what the model costs.
  static let perf = View("perf", title: "Perf") { exhibit in
    let trace = exhibit.checked.trace
    let prose = Prose(checked: exhibit.checked, view: "perf")
    let measures = Measures(trace)
    return prose.blocks(exhibit.checked.lesson.stage(.evaluate)?.prose ?? [])
      + part("What was measured", measures.table + LastAndBest(trace).blocks)
      + part(
        trace.outcome.classes > 0 ? "Which mistakes it makes" : "How far it is off", Mistakes(trace).blocks)
      + part("Curves", MeasuredCurve.curves(of: trace)) + part("On other folds", Folds(trace).blocks)
      + part("What it costs", Costs(trace).blocks)
  }

  /// `blocks` under a title; nothing where there are none.
  private static func part(_ title: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty
      ? [] : [.heading(level: 2, text: [.text(title)], anchor: "perf-\(Anchor.slug(title))")] + blocks
  }
}
