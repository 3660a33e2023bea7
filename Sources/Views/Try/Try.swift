import Engine
import Lessons

extension View {
  /// What if: controls for what may change, the run again in the page, both runs overlaid.
  static let tryIt = View("try", title: "Try") { exhibit in
    let checked = exhibit.checked
    let prose = Prose(checked: checked, view: "try", lowered: 0)
    return [.heading(level: 2, text: [.text("What if …")], anchor: "try-what-if")]
      + prose.blocks(checked.lesson.trialProse)
      + (exhibit.original.map { TwoRuns($0, checked.trace).blocks }
        ?? (checked.settings.isEmpty ? [] : [.paragraph([.text(Self.alone)])]))
      + [.controls(Controls(checked, prose))]
  }

  private static let alone =
    "The lesson's own run cannot run to its end, so that there is nothing to set beside this one."
}

extension Controls {
  /// The controls of a lesson: what its Try section lists, or else the schedule's and the optimizer's
  /// parameters; and always seed, epochs and batch size.
  init(_ checked: Checked, _ prose: Prose) {
    let lesson = checked.lesson
    let (tunables, trials) = (lesson.tunables, lesson.trials)
    let isWanted: (Tunable) -> Bool = { tunable in
      trials.isEmpty
        ? tunable.path.hasPrefix("schedule.") || tunable.path.hasPrefix("optimizer.")
        : trials.contains { $0.path == tunable.path }
    }
    let always = ["epochs", "batch_size", "seed"]
    let chosen = tunables.filter { isWanted($0) && !always.contains($0.path) }
    let order = trials.map(\.path)
    let listed =
      trials.isEmpty
      ? chosen : chosen.sorted { order.firstIndex(of: $0.path) ?? 0 < order.firstIndex(of: $1.path) ?? 0 }
    let ordered = listed + always.compactMap { name in tunables.first { $0.path == name } }
    isOfLesson = checked.settings.isEmpty
    file = lesson.source.file.split(separator: "/").last.map(String.init) ?? "LESSON"
    settings = ordered.compactMap { tunable in
      Setting(
        tunable, in: checked, notes: trials.filter { $0.path == tunable.path }.map { prose.inlines($0.text) })
    }
    choices = Choice.all(lesson.pipeline)
    // Loss and accuracy are the epochs' own.
    metrics = zip(lesson.pipeline.evaluate.metrics, checked.trace.evaluation).enumerated().compactMap {
      place, found in
      found.1.values.count == 1 && !["accuracy", "loss"].contains(found.0.name)
        ? Metric(name: "\(found.0.call)\u{a0}\(found.0.better)", place: place) : nil
    }
    stages = lesson.stages.map { Stage(name: $0.kind.rawValue, text: $0.yaml) }
  }
}

extension Controls.Setting {
  /// The control of `tunable`; nil where there is none for what it takes.
  init?(_ tunable: Tunable, in checked: Checked, notes: [[Inline]]) {
    let lesson = checked.lesson
    // A list's components have controls of their own.
    guard var input = Controls.Input(tunable.parameter), input.kind != .components,
      let bytes = tunable.bytes(in: lesson.pipeline)
    else { return nil }
    if Tunable.isBare(tunable.path) { input.kind = .count }
    if tunable.path == "load.take" {
      input.kind = .optionalCount
      // A page carries no more rows than the lesson loads.
      input.upper = Double(checked.trace.load.samples)
    }
    isFixed = tunable.path.hasPrefix("load.") && input.kind != .optionalCount && !lesson.dataFiles.isEmpty
    path = tunable.path
    value = .init(tunable.argument, of: tunable.parameter)
    self.input = input
    takes = tunable.parameter.takes
    help = tunable.parameter.help.description
    self.notes = notes
    self.bytes = bytes
    let stage = lesson.stages.firstIndex { stage in
      tunable.spelling.range.map { stage.settings.lower <= $0.lower && $0.upper <= stage.settings.upper }
        ?? false
    }
    hue = stage.flatMap { Hue(rawValue: lesson.stages[$0].kind.rawValue) } ?? .load
    guard let stage, let range = tunable.spelling.range else { return }
    let start = lesson.stages[stage].settings.lower
    let place = { (offset: Int) in lesson.source.text(SourceRange(start, offset)).utf16.count }
    edit = .init(
      stage: stage, range: place(range.lower)..<place(range.upper), before: tunable.spelling.before,
      after: tunable.spelling.after)
  }
}
