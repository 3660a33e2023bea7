import ArgumentParser
import Lessons
import Rendering

/// `glassbox check`: everything that is wrong with lessons.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run lessons and say everything that is wrong with them.",
    discussion: """
      Folders are searched for lessons: Markdown files that begin with front matter.

      EXAMPLES:
        glassbox check lessons
        glassbox check draft.md --format json

      The exit status is 0 when nothing is wrong and 1 when something is.
      """)

  @Argument(help: "Lessons, or folders of lessons.", completion: .file(extensions: ["md"]))
  var paths: [String] = ["lessons"]

  @Option(help: "How to report.")
  var format: Format = .text

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() throws {
    let (files, failures) = LessonFinder.lessons(at: paths)
    let outcomes = CourseRunner(paths: files).run { $0.checked?.claims.count }
    let diagnostics = failures.map { Diagnostic($0) } + outcomes.flatMap(\.diagnostics)
    switch format {
    case .json: try Output.write(json: Report(outcomes, diagnostics))
    case .text:
      Output.show(diagnostics)
      try Output.write(outcomes.map(Self.line).joined())
      if outcomes.count != 1 {
        try Output.write(
          "\(Self.count(outcomes.count, "lesson")), \(Self.count(diagnostics.count, "error"))\n")
      }
    }
    if !diagnostics.isEmpty { throw ExitCode.failure }
  }

  /// What one line says of a lesson.
  private static func line(_ outcome: CourseRunner.Ran<Int>) -> String {
    let finding = outcome.result.map { "\(count($0, "claim")) \($0 == 1 ? "holds" : "hold")" }
    return TextCleaner().clean("\(outcome.path): \(finding ?? count(outcome.diagnostics.count, "error"))")
      + "\n"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// What `check` found, as JSON.
private struct Report: Encodable {
  var schemaVersion = 1
  var lessons: [Entry]
  var diagnostics: [Diagnostic]

  init(_ outcomes: [CourseRunner.Ran<Int>], _ diagnostics: [Diagnostic]) {
    lessons = outcomes.map {
      Entry(file: $0.path, isRight: $0.result != nil, claims: $0.result)
    }
    self.diagnostics = diagnostics
  }

  /// A lesson that was checked, and how many of its claims hold.
  struct Entry: Encodable {
    var file: String
    var isRight: Bool
    var claims: Int?
  }
}
