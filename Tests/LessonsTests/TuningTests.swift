import Engine
import Testing

@testable import Lessons

/// Settings that a reader may change, and lessons with other settings.
@Suite struct TuningTests {
  private static let shipped = [
    "cosine-annealing-lr", "cnn-on-digits", "dropout-and-overfitting", "regression-on-diabetes",
  ]

  private func lesson(_ name: String) throws -> Lesson {
    try #require(Lesson.parse(try Files.text("lessons/\(name).md"), file: "\(name).md").lesson)
  }

  @Test(arguments: shipped)
  func `every setting stands in the pipeline's bytes where it says`(name: String) throws {
    let lesson = try lesson(name)
    #expect(lesson.tunables.count > 25)
    for tunable in lesson.tunables {
      let place = try #require(tunable.bytes(in: lesson.pipeline), "\(tunable.path)")
      for argument in [Argument.integer(3), .integer(77)] {
        let isBare = Tunable.isBare(tunable.path)
        let optional = tunable.path == "load.take"
        let value = isBare ? 77.encoded : optional ? Optional(77).encoded : argument.encoded
        let set = tunable.setting(lesson.pipeline, to: isBare || optional ? .integer(77) : argument)
        var bytes = lesson.pipeline.encoded
        bytes.replaceSubrange(place, with: value)
        #expect(bytes == set.encoded, "\(tunable.path)")
      }
    }
  }

  @Test(arguments: shipped)
  func `a value written where its setting says gives the lesson with that setting`(name: String) throws {
    let lesson = try lesson(name)
    var written = 0
    for tunable in lesson.tunables {
      guard let range = tunable.spelling.range, let value = Self.other(tunable) else { continue }
      let text = lesson.source.text
      let (start, end) = (
        text.utf8.index(text.startIndex, offsetBy: range.lower),
        text.utf8.index(text.startIndex, offsetBy: range.upper)
      )
      let edited = text[..<start] + tunable.spelling.before + value + tunable.spelling.after + text[end...]
      let (changed, found) = lesson.with(["\(tunable.path)=\(value)"])
      #expect(found == [], "\(tunable.path)")
      #expect(
        Lesson.parse(String(edited), file: "x.md").lesson?.pipeline == changed?.pipeline, "\(tunable.path)")
      written += 1
    }
    #expect(written > 20)
  }

  /// A value that `tunable` takes, as a lesson writes it.
  private static func other(_ tunable: Tunable) -> String? {
    switch tunable.parameter.domain {
    case .flag: tunable.argument == .flag(true) ? "false" : "true"
    case .integer(let range): range.contains(3) ? "3" : "\(range.upperBound)"
    case .real(let bounds): [0.25, 3].first { bounds.contains($0) }.map { "\($0)" }
    case .choice(let words): words.last?.description
    case .integers(_, let count): count.contains(1) ? "1" : nil
    default: nil
    }
  }

  @Test(arguments: [
    ("schedule.T_max=5", "CosineAnnealingLR: { T_max: 5, eta_min: 0 }"),
    ("schedule=StepLR: { step_size: 5 }", "StepLR: { step_size: 5 }"), ("schedule=none", "none"),
    ("CosineAnnealingLR.eta_min=1/8", "CosineAnnealingLR: { T_max: 10, eta_min: 0.125 }"),
  ])
  func `a setting is what the lesson would be with it`(setting: String, yaml: String) throws {
    let lesson = try lesson("cosine-annealing-lr")
    let text = lesson.source.text.replacing(
      "CosineAnnealingLR: { T_max: 10, eta_min: 0 }\n```", with: "\(yaml)\n```")
    #expect(
      try #require(lesson.with([setting]).lesson).pipeline
        == Lesson.parse(text, file: "x.md").lesson?.pipeline)
  }

  @Test func `settings are applied one after another`() throws {
    let settings = [
      "schedule=StepLR: { step_size: 5 }", "schedule.gamma=0.5", "epochs=3", "Linear[2].bias=false",
    ]
    let pipeline = try #require(try lesson("cosine-annealing-lr").with(settings).lesson).pipeline
    #expect(pipeline.schedule.scheduler?.arguments == [.integer(5), .real(0.5)])
    #expect(pipeline.train.epochs == 3)
  }

  @Test(
    arguments: [
      ("schedule.Tmax=5", "the lesson has no setting schedule.Tmax", "did you mean schedule.T_max?", 1),
      ("schedule.T_max=0", "T_max must be a whole number from 1 to 1073741824, found 0", nil, 16),
      ("schedule=StepRL: { step_size: 5 }", "there is no scheduler StepRL", "did you mean StepLR?", 10),
      ("schedule=StepLR", "StepLR needs step_size", "write StepLR: { step_size: … }", 10),
      ("epochs", "a setting is written PATH=VALUE", "such as schedule.T_max=5", 1),
      ("epochs=", "epochs must be a whole number from 1 to 1000000, found nothing", nil, 7),
      ("optimizer.momentum=[", "the settings are not YAML: did not find expected node content", nil, 21),
    ] as [(String, String, String?, Int)])
  func `a wrong setting is told of at its place`(setting: String, message: String, help: String?, column: Int)
    throws
  {
    let (changed, found) = try lesson("cosine-annealing-lr").with([setting])
    #expect(changed == nil)
    let first = try #require(found.first)
    #expect(first.message == message)
    #expect(help.map { first.helps.contains($0) } ?? true)
    #expect(first.file == "--set")
    #expect(first.place?.start.column == column)
    #expect(first.place?.line == setting)
  }

  @Test func `a Try list that names no setting is told of`() throws {
    let text = try Files.text("lessons/cosine-annealing-lr.md").replacing(
      "- `schedule.T_max`:", with: "- `schedule.Tmax`:")
    let found = Lesson.parse(text, file: "x.md").diagnostics
    #expect(found.map(\.message) == ["the lesson has no setting schedule.Tmax"])
    #expect(found.first?.helps == ["did you mean schedule.T_max?"])
    #expect(found.first?.place?.length == 13)
  }

  @Test func `a Try list gives the settings with their words`() throws {
    let trials = try lesson("dropout-and-overfitting").trials
    #expect(trials.map(\.path) == ["Dropout.p", "Dropout.p", "load.take", "epochs"])
    #expect(trials[3].text.plainText == "Where would you stop?")
  }
}
