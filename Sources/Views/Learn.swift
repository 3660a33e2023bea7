import Engine
import Lessons

extension View {
  /// What happens, told in order: the prose with its values, each stage with one figure, the key insight.
  static let learn = View("learn", title: "Learn") { exhibit in
    let checked = exhibit.checked
    let prose = Prose(checked: checked, view: "learn")
    return prose.blocks(checked.lesson.introduction)
      + checked.lesson.sections.flatMap { section -> [Block] in
        let title = Block.heading(
          level: 2, text: prose.inlines(section.title),
          anchor: "learn-\(Anchor.slug(prose.plain(section.title)))")
        switch section.kind {
        case .prose: return [title] + prose.blocks(section.blocks)
        case .stage(let kind):
          return [title] + prose.blocks(section.blocks) + figure(of: kind, in: checked.trace)
        default: return []
        }
      } + Insight(checked, view: "learn").blocks
  }

  /// The one figure that tells most of a stage: of pictures, the pictures.
  private static func figure(of kind: Lessons.Stage.Kind, in trace: Trace) -> [Block] {
    let blocks = DataFlow.content(kind, of: trace).blocks
    let figures = blocks.filter { block in
      switch block {
      case .histogram, .scatter, .graph, .chart, .tensor: true
      default: false
      }
    }
    let pictures = blocks.filter { if case .image = $0 { true } else { false } }
    if !pictures.isEmpty { return pictures }
    let best = kind == .preprocess || kind == .evaluate ? figures.last : figures.first
    return (best ?? blocks.first).map { [$0] } ?? []
  }
}
