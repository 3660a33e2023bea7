import Engine
import Testing

@testable import Lessons

/// The authoring guide, held to what lessons really accept.
struct GuideTests {
  private let guide: String

  init() throws { guide = try Files.text("docs/authoring.md") }

  @Test func `every block of settings can stand in a lesson`() throws {
    let lesson = try #require(blocks("````markdown").first)
    let settings = Stage.Kind.allCases.flatMap { kind in
      blocks("```yaml \(kind.rawValue)").map { (kind: kind.rawValue, yaml: $0) }
    }
    #expect(settings.count > 15)
    for (kind, yaml) in settings {
      let fence = "```yaml \(kind)\n"
      let start = try #require(lesson.firstRange(of: fence)).upperBound
      let end = try #require(lesson[start...].firstRange(of: "```")).lowerBound
      let text = lesson[..<start] + yaml + lesson[end...]
      let mistakes = Lesson.parse(String(text), file: "guide").diagnostics
      #expect(mistakes.isEmpty, "\(yaml)\n\(mistakes.text)")
    }
  }

  @Test func `every value and claim of its prose can be read`() throws {
    let spans = guide.matches(of: #/`` `(?<span>[=?] [^`]+)` ``/#).map { String($0.output.span) }
    #expect(spans.count > 5)
    for span in spans {
      let mistakes = Small.diagnostics(adding: "`\(span)`\n")
      #expect(mistakes.isEmpty, "\(span)\n\(mistakes.text)")
    }
  }

  @Test func `it explains every code and no other`() {
    let rows = guide.matches(of: #/\| (GB\d+) \| (.*) \|/#).map { "\($0.output.1) \($0.output.2)" }
    #expect(rows == Diagnostic.Code.allCases.map(\.rawValue))
  }

  @Test func `it names every function and every name of a run`() throws {
    for function in Function.all { #expect(guide.contains("\(function.name)("), "\(function.name)") }
    for entry in Environment(Small.trace).entries {
      #expect(guide.contains("`\(entry.name)"), "\(entry.name)")
      guard case .group(let group) = entry.quantity, entry.name != "evaluation" else { continue }
      for field in group.fields { #expect(guide.contains("`\(entry.name).\(field.name)`"), "\(field.name)") }
    }
  }

  @Test func `it names every key of the front matter and of the stages`() {
    for key in FrontMatterReader.known + PipelineReader.trainKeys {
      #expect(guide.contains("| `\(key)` |"), "\(key)")
    }
    for kind in Section.Kind.reserved {
      let heading = kind.heading ?? ""
      #expect(guide.contains("| **\(heading)** |"), "\(heading)")
    }
    for kind in QuestionKind.all { #expect(guide.contains("| \(kind.name) |"), "\(kind.name)") }
  }

  @Test func `its limits are those of the code`() {
    let run = [Bounds.data, Bounds.parameters, Bounds.arena, Bounds.work, Bounds.steps]
    for limit in run + [Double(Lesson.longest)] {
      #expect(guide.contains("| \(Numeral.grouped(limit))"), "\(limit)")
    }
  }

  /// What stands between each fence `opening` and the next line of as many backticks.
  private func blocks(_ opening: String) -> [String] {
    let closing = "\n" + opening.prefix { $0 == "`" } + "\n"
    return guide.split(separator: "\n\(opening)\n").dropFirst().map {
      String($0[..<($0.firstRange(of: closing)?.lowerBound ?? $0.endIndex)]) + "\n"
    }
  }
}
