import Engine
import Lessons

extension View {
  /// Can I do it myself: the task, its targets, the script to start from,
  /// and whether a result meets the targets.
  static let project = View("project", title: "Project") { exhibit in
    let task = Assignment(exhibit.checked)
    let goals = Goals(
      targets: task.targets.map {
        .init(text: $0.text, reading: $0.reading, isMet: $0.isMet, condition: $0.condition)
      })
    let file = exhibit.cover.slug
    let script: [Block] =
      exhibit.script.isEmpty
      ? []
      : [
        .heading(level: 3, text: [.text("Start from here")], anchor: "project-script"),
        .paragraph([.text("This lesson as a PyTorch script. It prints a line of results after every epoch.")]
        ),
        .script(Script(file: file, text: exhibit.script)),
      ]
    let counts: [Block] =
      goals.targets.isEmpty
      ? [] : [.heading(level: 3, text: [.text("What counts")], anchor: "project-targets"), .goals(goals)]
    return [.heading(level: 2, text: [.text("Project")], anchor: "project-task")] + task.blocks + script
      + counts
  }
}

/// What is to be done: the author's task, or one that is computed.
struct Assignment {
  /// The task in words.
  let blocks: [Block]
  /// What a solution must reach; empty where no number says it.
  let targets: [Target]

  init(_ checked: Checked) {
    if let project = checked.lesson.project {
      var prose = Prose(checked: checked, view: "project", lowered: 1)
      prose.statesClaims = true
      blocks = prose.blocks(project.prose)
      targets = project.targets.compactMap { checked.target($0.text) }
    } else {
      let (text, target) = Self.computed(checked.trace)
      blocks = [.paragraph(text)]
      targets = [target.flatMap(checked.target)].compactMap { $0 }
    }
  }

  /// Beat the validation metric of this run by another schedule, where it leaves something to beat.
  private static func computed(_ trace: Trace) -> (text: [Inline], target: String?) {
    let means =
      trace.pipeline.schedule.scheduler == nil
      ? "Give this run a schedule, and change nothing else," : "Change the schedule, and nothing else,"
    if let accuracy = trace.epochs.last?.valAccuracy, case let share = Numbers.rounded(accuracy, .up),
      share < 1
    {
      return (
        [
          .text("\(means) so that the last epoch gets more of the validation rows right than the "),
          .text("\(Numbers.percent(accuracy)) of this run."),
        ],
        "val_accuracy[epochs] > \(share)"
      )
    }
    let loss = trace.epochs.last?.valLoss ?? 0
    guard loss.isFinite else {
      let text =
        "\(means) so that the last validation loss, here \(Numbers.number(loss)), is a finite number."
      return ([.text(text)], nil)
    }
    guard loss != 0 else { return ([.text("This run leaves nothing to beat: it ends at a loss of 0.")], nil) }
    return (
      [
        .text("\(means) so that the last epoch ends with a lower validation loss than the "),
        .text("\(Numbers.number(loss)) of this run."),
      ],
      "val_loss[epochs] < \(Numbers.rounded(loss, .down))"
    )
  }
}

extension Numbers {
  /// `value` to four significant digits, rounded by `rule`.
  static func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let digits = 3 - exponent(value)
    let scale = (0..<digits.magnitude).reduce(1.0) { scale, _ in scale * 10 }
    return digits < 0 ? (value / scale).rounded(rule) * scale : (value * scale).rounded(rule) / scale
  }
}
