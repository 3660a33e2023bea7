import ArgumentParser
import Foundation
import Lessons
import Rendering
import Views

/// `glassbox quiz`: asks a lesson's questions.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Ask a lesson's questions, one at a time, and judge each answer at once.",
    usage: "glassbox quiz <lesson> [--challenge] [--answers <file>] [<options>]",
    discussion: """
      Options are answered by letter, numbers and words as they are, an order by its letters. Answers are read from \
      the terminal or from a pipe; Ctrl-D ends the quiz, Ctrl-C leaves it.

      EXAMPLES:
        glassbox quiz lessons/cosine-annealing-lr.md
        glassbox quiz lessons/cosine-annealing-lr.md --challenge
        printf 'A\\n0.05\\n' | glassbox quiz lessons/cosine-annealing-lr.md --json

      The exit status is 0 when every question was answered, right or wrong, and 1 when input ended before.
      """)

  @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: ArgumentHelp("Read answers from a file, one a line, instead of asking.", valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp("Shuffle the options from this seed instead of the lesson's.", valueName: "number"))
  var seed: UInt64?

  @Flag(help: "Ask the challenge instead: the author's questions and those that the run settles.")
  var challenge = false

  @Flag(help: "Write the sitting as JSON; questions go to standard error.")
  var json = false

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let (checked, questions) = try asked()
    guard !questions.isEmpty else {
      let (what, section) = challenge ? ("challenge", "Challenge") : ("quiz", "Quiz")
      Output.error(
        "'\(lesson)' has no \(what)",
        help: "a section ## \(section) with a ### heading for each question makes one")
      throw ExitCode.failure
    }
    Interruption.leaveQuietly()
    let style = terminal.style(for: json ? STDERR_FILENO : STDOUT_FILENO)
    let seed = seed ?? checked.lesson.frontMatter.seed
    let session = QuizSession(
      checked: checked, questions: questions, seed: seed, renderer: TerminalRenderer(style, lesson: lesson),
      nextLine: try lines(echo: !json), write: json ? { Output.note($0) } : { try Output.write($0) },
      isStrict: answers != nil)
    do {
      let results = try session.run()
      if json { try Output.write(json: Sitting(lesson: lesson, seed: seed, questions: results)) }
      if results.contains(where: { $0.answer == nil }) { throw ExitCode.failure }
    } catch let refused as QuizSession.Refused {
      Output.error(
        "\(answers ?? "standard input"): '\(refused.typed)' is no answer to question \(refused.question)",
        help: refused.help)
      throw ExitCode.failure
    }
  }

  /// The lesson put to its run, and the questions that are asked of it.
  private func asked() throws -> (Checked, [Lessons.Question]) {
    let runner = LessonRunner(path: lesson)
    guard challenge else {
      let checked = try runner.require()
      return (checked, checked.lesson.quiz?.questions ?? [])
    }
    let exhibit = try runner.requireExhibit()
    return (exhibit.checked, exhibit.challenge)
  }

  /// The lines of the answers' file or of standard input; what no terminal shows is shown if `echo`.
  private func lines(echo: Bool) throws -> () -> String? {
    let isTyped = answers == nil && isatty(STDIN_FILENO) == 1
    var next: () -> String? = { readLine() }
    if let answers {
      var lines = try text(answers).split(whereSeparator: \.isNewline)
        .filter { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("#") }[...]
      next = { lines.popFirst().map { String($0) } }
    }
    return {
      let line = next()
      if echo, !isTyped, let line { try? Output.write(TextCleaner().clean(line) + "\n") }
      return line
    }
  }

  private func text(_ path: String) throws -> String {
    do throws(FileSystem.Failure) {
      return String(decoding: try FileSystem.read(path, limit: Lesson.longest), as: UTF8.self)
    } catch {
      Output.show([Diagnostic(error)])
      throw ExitCode.failure
    }
  }
}

/// A finished quiz as JSON.
private struct Sitting: Encodable {
  var schemaVersion = 1
  var lesson: String
  var seed: UInt64
  var right: Int
  var count: Int
  var questions: [QuizSession.Result]

  init(lesson: String, seed: UInt64, questions: [QuizSession.Result]) {
    self.lesson = lesson
    self.seed = seed
    self.questions = questions
    right = questions.count(where: \.isRight)
    count = questions.count
  }
}
