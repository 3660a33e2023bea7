import Foundation
import Testing

struct CommandLineTests {
  @Test func `the version is one line`() throws {
    let result = try Command("--version")
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["build", "show", "quiz", "trace", "check", "reference"])
  func `every command explains itself with an example`(
    command: String
  ) throws {
    let result = try Command(command, "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("EXAMPLES:\n  glassbox \(command)"))
  }

  @Test(arguments: [("shwo", "show"), ("biuld", "build"), ("chekc", "check")])
  func `a misspelt command is answered with the one that was meant`(typed: String, meant: String) throws {
    let result = try Command(typed, "lesson.md")
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean '\(meant)'?"))
  }

  @Test(arguments: [
    ["show"], ["show", "a.md", "--widht", "80"], ["show", "a.md", "--width", "3"],
    ["show", "a.md", "--stage", "six"],
    ["show", "a.md", "--color", "blue"], ["show", "a.md", "--view", "vizual"], ["quiz"],
    ["quiz", "a.md", "--seed", "-1"],
    ["check", "--format", "xml"], ["frobnicate"],
  ]) func `wrong usage ends with 64`(arguments: [String]) throws {
    let result = try Command(arguments: arguments)
    #expect(result.status == 64, "\(arguments): \(result.errors)")
    #expect(result.errors.hasPrefix("error: ") && result.errors.contains("\n  = help: "))
  }

  @Test(arguments: [
    (["show", "a.md", "--view", "visaul"], "there is no view 'visaul'", "did you mean 'visual'?"),
    (["show"], "missing expected argument '<lesson>'", "glassbox help show"),
    (["show", "a.md", "--width", "3"], "--width is from 24 to 1000, not 3", "glassbox help show"),
  ]) func `wrong usage is told like every other mistake`(arguments: [String], error: String, help: String)
    throws
  {
    #expect(try Command(arguments: arguments).errors == "error: \(error)\n  = help: \(help)\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completions come for every shell`(shell: String) throws {
    let result = try Command("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.output.contains("glassbox") && result.output.contains("quiz"))
  }

  @Test func `check says how many claims hold`() throws {
    let folder = try Folder()
    try folder.write("one.md", SampleLesson.text)
    try folder.write("two.md", SampleLesson.text)
    let result = try Command("check", ".", in: folder.url)
    #expect(result.status == 0)
    #expect(result.output == "one.md: 2 claims hold\ntwo.md: 2 claims hold\n2 lessons, 0 errors\n")
  }

  @Test func `check says everything that is wrong with every lesson`() throws {
    let folder = try Folder()
    try folder.write("one.md", SampleLesson.replacing("T_max: 2", with: "T_max: 0, eta: 1"))
    try folder.write("two.md", SampleLesson.replacing("- ReLU", with: "- RELUU"))
    let result = try Command("check", ".", in: folder.url)
    #expect(result.status == 1)
    for answer in ["one.md:", "two.md:", "T_max", "eta", "RELUU"] { #expect(result.errors.contains(answer)) }
    #expect(result.output.contains("2 lessons, 3 errors"))
  }

  @Test func `check writes JSON`() throws {
    let folder = try Folder()
    try folder.write("one.md", SampleLesson.replacing("- ReLU", with: "- RELUU"))
    let result = try Command("check", "one.md", "gone.md", "--format", "json", in: folder.url)
    #expect(result.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(report.lessons.map(\.isRight) == [false, false])
    #expect(report.diagnostics.map(\.file) == ["one.md", "gone.md"])
    #expect(report.diagnostics[0].line == 30)
    #expect(report.diagnostics[0].code == "GB030")
  }

  @Test func `a trace is JSON and the same each time`() throws {
    let folder = try Folder()
    let path = try folder.write("lesson.md", SampleLesson.text)
    let (first, second) = (try Command("trace", path), try Command("trace", path))
    #expect(first.status == 0)
    #expect(first.output == second.output)
    let trace = try JSONDecoder().decode(Trace.self, from: Data(first.output.utf8))
    #expect(trace.schemaVersion == 1)
    #expect(trace.epochs.map(\.epoch) == [1, 2, 3, 4])
    #expect(zip(trace.epochs.map(\.lr), [0.1, 0.05, 0, 0.05]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  private struct Report: Decodable {
    var lessons: [Lesson]
    var diagnostics: [Diagnostic]
    struct Lesson: Decodable { var isRight: Bool }
    struct Diagnostic: Decodable {
      var code, file: String
      var line: Int?
    }
  }

  private struct Trace: Decodable {
    var schemaVersion: Int
    var epochs: [Epoch]
    struct Epoch: Decodable {
      var epoch: Int
      var lr: Double
    }
  }
}
