import Foundation
import Testing

struct QuizTests {
  @Test func `right answers from a pipe are counted`() throws {
    let result = try quiz(input: "B\n0.1\nsgd\n")
    #expect(result.status == 0)
    #expect(result.output.contains("3 of 3 right"))
    #expect(result.output.components(separatedBy: "✓ Right.").count == 4)
  }

  @Test func `a wrong answer gets its feedback at once`() throws {
    let result = try quiz(input: "a\n0.2\nAdam\n")
    #expect(result.status == 0)
    #expect(result.output.contains("✗ No. The answer is B."))
    #expect(result.output.contains("That is where the cycle starts."))
    #expect(result.output.contains("The answer is 0.1."))
    #expect(result.output.contains("0 of 3 right"))
  }

  @Test func `the feedback names the command that shows the proof alone`() throws {
    let words = try quiz(input: "B\n0.1\nSGD\n").output.split(whereSeparator: \.isWhitespace)
    let said = words.drop { $0 != "See" }.prefix(8).joined(separator: " ")
    #expect(said.hasPrefix("See the schedule: glassbox show ") && said.hasSuffix(" --stage 4"))
  }

  @Test func `what is no answer is asked again`() throws {
    let result = try quiz(input: "Z\n\nB\nmuch\n0,1\nSGD\n")
    #expect(result.status == 0)
    #expect(result.output.contains("one letter from A to B, please"))
    #expect(result.output.contains("a number, please"))
    #expect(result.output.contains("3 of 3 right"))
  }

  @Test func `the end of input ends the quiz`() throws {
    let result = try quiz(input: "B\n")
    #expect(result.status == 1)
    #expect(result.output.contains("1 of 3 right; 2 not answered"))
  }

  @Test func `a sitting is written as JSON`() throws {
    let result = try quiz("--json", input: "A\n0.1\n\u{1b}[31mSGD\n")
    #expect(result.status == 0)
    let sitting = try JSONDecoder().decode(Sitting.self, from: Data(result.output.utf8))
    #expect(sitting.schemaVersion == 1 && sitting.seed == 42 && sitting.count == 3 && sitting.right == 1)
    #expect(sitting.questions.map(\.isRight) == [false, true, false])
    #expect(sitting.questions.map(\.expected) == ["B", "0.1", "SGD"])
    #expect(sitting.questions[0].answer == "A")
    #expect(result.errors.contains("Question 1 of 3"))
  }

  @Test func `answers come from a file, one a line`() throws {
    let folder = try Folder()
    let answers = try folder.write("answers.txt", "# my answers\nB\n\n0.1\nSGD\n")
    #expect(try quiz("--answers", answers).output.contains("3 of 3 right"))
    let wrong = try quiz("--answers", try folder.write("wrong.txt", "Q\n"))
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("'Q' is no answer to question 1"))
    #expect(try quiz("--answers", folder.path("nowhere.txt")).status == 1)
  }

  @Test func `another seed shuffles anew and proves the same`() throws {
    let text = SampleLesson.replacing(
      "- [ ] The first all/none of the above `? argmin(lr) == 1`",
      with:
        "- [ ] The first `? argmin(lr) == 1`\n- [ ] The second `? argmin(lr) == 2`\n- [ ] The fourth `? argmin(lr) == 4`"
    )
    let folder = try Folder()
    let path = try folder.write("lesson.md", text)
    let keys = try (1...8).map { seed in
      let result = try Command("quiz", path, "--json", "--seed", "\(seed)", input: "A\n1\nx\n")
      return try JSONDecoder().decode(Sitting.self, from: Data(result.output.utf8)).questions[0].expected
    }
    #expect(Set(keys).count > 1)
    let again = try Command("quiz", path, "--json", "--seed", "3", input: "A\n1\nx\n")
    #expect(
      try JSONDecoder().decode(Sitting.self, from: Data(again.output.utf8)).questions[0].expected == keys[2])
  }

  @Test func `a lesson without a quiz says so`() throws {
    let folder = try Folder()
    let text = try #require(SampleLesson.text.components(separatedBy: "## Quiz").first)
    let result = try Command("quiz", try folder.write("lesson.md", text))
    #expect(result.status == 1)
    #expect(result.errors.contains("has no quiz"))
  }

  @Test func `the challenge asks what the run settles`() throws {
    let folder = try Folder()
    let shown = try Command("show", try folder.write("lesson.md", SampleLesson.text), "--view", "challenge")
    #expect(shown.output.contains("--challenge"))
    let result = try quiz("--challenge", "--json", input: "")
    let sitting = try JSONDecoder().decode(Sitting.self, from: Data(result.output.utf8))
    #expect(result.status == 1 && sitting.count > 0 && sitting.right == 0)
    let answers = sitting.questions.map(\.expected).joined(separator: "\n") + "\n"
    let again = try quiz("--challenge", input: answers)
    #expect(again.status == 0)
    #expect(again.output.contains("\(sitting.count) of \(sitting.count) right"))
  }

  @Test func `Ctrl-C leaves the terminal as it was`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", SampleLesson.text)
    let result = try Command.onTerminal("quiz lesson.md", keys: ["B\r", "\u{3}"], in: folder.url)
    #expect(result.output.contains("status=130"), "\(result.output)")
    #expect(result.output.contains("\nicanon") && result.output.contains("\necho"), "\(result.output)")
  }

  @Test func `Ctrl-D ends the quiz with the score`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", SampleLesson.text)
    let result = try Command.onTerminal("quiz lesson.md", keys: ["B\r", "\u{4}"], in: folder.url)
    #expect(result.output.contains("1 of 3 right"), "\(result.output)")
    #expect(result.output.contains("status=1"))
  }

  private struct Sitting: Decodable {
    var schemaVersion, right, count: Int
    var seed: UInt64
    var questions: [Question]

    struct Question: Decodable {
      var answer: String?
      var expected: String
      var isRight: Bool
    }
  }

  private func quiz(_ options: String..., input: String = "") throws -> Command {
    let folder = try Folder()
    return try Command(
      arguments: ["quiz", try folder.write("lesson.md", SampleLesson.text)] + options, input: input)
  }
}
