import Engine

extension Lesson {
  /// The lesson with other settings for another run: each is `PATH=VALUE`, the value as a lesson writes it.
  ///
  /// `schedule=StepLR: { step_size: 5 }` sets a whole component; `optimizer` and `loss` go likewise, and
  /// `schedule=none`. Messages point into the setting itself. Nil where there are any.
  public func with(_ settings: [String]) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    var lesson = self
    var found: [Diagnostic] = []
    for text in settings {
      var change = Change(text)
      change.apply(to: &lesson)
      found += change.found
    }
    return (found.isEmpty ? lesson : nil, found)
  }
}

/// One setting of the command line.
private struct Change {
  private let source: Source
  private let path: String
  /// The value with blanks before it, so that what is read from it stands where it stands in the setting.
  private let value: Source
  private var reader: ComponentReader
  private(set) var own: [Diagnostic] = []

  init(_ text: String) {
    let text = String(text.map { $0.isNewline ? " " : $0 })
    source = Source(text, file: "--set")
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts[0].trimmingSpaces
    let blanks = String(repeating: " ", count: parts[0].utf8.count + 1)
    value = Source(parts.count < 2 ? "" : blanks + parts[1], file: "--set")
    reader = ComponentReader(diagnostics: Diagnostics(value))
  }

  /// What is wrong with it, shown as it was given.
  var found: [Diagnostic] {
    own
      + reader.diagnostics.found.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.place?.line = source.text
        return diagnostic
      }
  }

  mutating func apply(to lesson: inout Lesson) {
    guard !value.text.isEmpty else {
      return refuse("a setting is written PATH=VALUE", helps: ["such as schedule.T_max=5"])
    }
    var diagnostics = reader.diagnostics
    let read = YAMLReader.read(SourceRange(0, value.text.utf8.count), of: value, &diagnostics)
    reader.diagnostics = diagnostics
    guard found.isEmpty else { return }
    let setting =
      read
      ?? Setting(content: .scalar("", isPlain: true), range: SourceRange(path.utf8.count, path.utf8.count))
    switch path {
    case "schedule": schedule(setting, &lesson)
    case "optimizer": optimizer(setting, &lesson)
    case "loss": component(setting, .loss).map { lesson.pipeline.train.loss = $0 }
    default: argument(setting, &lesson)
    }
  }

  /// One parameter.
  private mutating func argument(_ setting: Setting, _ lesson: inout Lesson) {
    let tunables = lesson.tunables
    guard let tunable = tunables.named(path) else {
      return refuse("the lesson has no setting \(path)", helps: tunables.help(for: path))
    }
    var parts: [ComponentPlace] = []
    guard let argument = reader.argument(setting, tunable.parameter, of: tunable.owner, parts: &parts) else {
      return
    }
    lesson.pipeline = tunable.setting(lesson.pipeline, to: argument)
  }

  private mutating func schedule(_ setting: Setting, _ lesson: inout Lesson) {
    lesson.places.schedule = nil
    guard !setting.isNone, setting.plain != "none" else {
      lesson.pipeline.schedule.scheduler = nil
      return
    }
    guard let scheduler = component(setting, .scheduler) else { return }
    if lesson.pipeline.schedule.cadence == .batch, let watcher = scheduler.watcher {
      return refuse(
        "\(watcher) watches what an epoch ends with, and this lesson's schedule steps by the batch")
    }
    lesson.pipeline.schedule.scheduler = scheduler
  }

  private mutating func optimizer(_ setting: Setting, _ lesson: inout Lesson) {
    guard let optimizer = component(setting, .optimizer) else { return }
    guard lesson.pipeline.train.groups.isEmpty else {
      return refuse("the lesson's groups are for \(lesson.pipeline.train.optimizer.info.name)")
    }
    lesson.pipeline.train.optimizer = optimizer
    lesson.places.optimizer = ComponentPlace(
      name: optimizer.info.name.description, range: lesson.places.optimizer.range, arguments: [:], parts: [])
  }

  private mutating func component(_ setting: Setting, _ category: Category) -> Component? {
    reader.component(setting, category)?.component
  }

  private mutating func refuse(_ message: String, helps: [String] = []) {
    own.append(
      Diagnostic(.unknownKey, message, at: SourceRange(0, path.utf8.count), in: source, helps: helps))
  }
}
