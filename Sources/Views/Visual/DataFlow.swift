import Engine
import Lessons

/// The five stages: cards, and what the chosen one opens.
struct DataFlow {
  private let checked: Checked
  private let view: String
  private var trace: Trace { checked.trace }

  init(_ checked: Checked, view: String) {
    self.checked = checked
    self.view = view
  }

  var blocks: [Block] {
    [
      .heading(level: 2, text: [.text("Data flow")], anchor: "\(view)-data-flow"),
      .paragraph([.text("Five stages, one real run. Each shows what goes in and what comes out.")]),
      .stages(zip(Lessons.Stage.Kind.allCases, 1...).map(stage)),
    ]
  }

  /// The stage's own text, then its figures.
  private func stage(_ kind: Lessons.Stage.Kind, _ number: Int) -> Stage {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    let written = checked.lesson.stage(kind)
    let shown = Self.content(kind, of: trace)
    return Stage(
      hue: kind.hue, number: number, title: written.map { prose.plain($0.title) } ?? "",
      summary: shown.summary.keepingTogether,
      input: shown.input, output: shown.output.keepingTogether,
      blocks: prose.blocks(written?.prose ?? []) + shown.blocks)
  }

  /// What the run has to show of the stage `kind`.
  static func content(_ kind: Lessons.Stage.Kind, of trace: Trace) -> StageContent {
    switch kind {
    case .load: LoadStage(trace).content
    case .preprocess: PreprocessStage(trace).content
    case .train: TrainStage(trace).content
    case .schedule: ScheduleStage(trace).content
    case .evaluate: EvaluateStage(trace).content
    }
  }
}

/// What the run has to show of one stage.
struct StageContent {
  /// One line.
  var summary: String
  /// The shape that comes in, and the one that goes out.
  var input: String
  var output: String
  var blocks: [Block]
}

extension Lessons.Stage.Kind {
  /// The stage's hue.
  var hue: Hue {
    switch self {
    case .load: .load
    case .preprocess: .preprocess
    case .train: .train
    case .schedule: .schedule
    case .evaluate: .evaluate
    }
  }
}
