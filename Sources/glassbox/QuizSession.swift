import Lessons
import Rendering
import Views

/// One sitting of a quiz: questions are asked one at a time, and each answer is judged at once.
struct QuizSession {
  let checked: Checked
  /// What is asked, in order.
  let questions: [Lessons.Question]
  let seed: UInt64
  let renderer: TerminalRenderer
  /// The next line that was typed; nil at the end of input.
  let nextLine: () -> String?
  /// Where the questions are written.
  let write: (String) throws -> Void
  /// Whether a line that is no answer ends the sitting, as in a file with one answer a line.
  let isStrict: Bool

  /// What came of one question.
  struct Result: Encodable {
    var number: Int
    var kind: String
    var question: String
    /// As it was typed; nil where input ended before.
    var answer: String?
    /// What would have been right, with the letters that were shown.
    var expected: String
    var isRight: Bool
  }

  /// A line that is no answer, where none may be wrong.
  struct Refused: Error {
    var question: Int
    var typed: String
    var help: String
  }

  /// Asks every question, then says how many were right.
  func run() throws -> [Result] {
    var results: [Result] = []
    for (question, asked) in zip(questions, checked.asked(questions, seed: seed)) {
      let isOver = results.last.map { $0.answer == nil } ?? false
      results.append(try ask(question, as: asked, isOver: isOver))
    }
    try write(renderer.text([.paragraph([.strong([.text(Self.score(results))])])]))
    return results
  }

  private func ask(_ question: Lessons.Question, as asked: Views.Question, isOver: Bool) throws -> Result {
    let shown = question.shownOrder(seed: seed, number: asked.number)
    let key = Self.text(checked.key(of: question), shown: shown)
    var result = Result(
      number: asked.number, kind: question.kind.name, question: renderer.plain(asked.prompt), expected: key,
      isRight: false)
    guard !isOver else { return result }
    try write(renderer.asking(asked))
    guard let (typed, answer) = try answer(to: question, number: asked.number, shown: shown) else {
      return result
    }
    result.answer = typed
    result.isRight = checked.grade(answer, to: question).isRight
    let chosen =
      if case .options(let places) = answer { places.compactMap(shown.firstIndex(of:)) } else { [Int]() }
    try write(renderer.feedback(asked, chosen: chosen, isRight: result.isRight, expected: key) + "\n")
    return result
  }

  /// What is typed until it is an answer; nil at the end of input.
  private func answer(to question: Lessons.Question, number: Int, shown: [Int]) throws -> (String, Answer)? {
    while true {
      try write("> ")
      guard let typed = nextLine() else {
        try write("\n")
        return nil
      }
      if let answer = question.answer(typed, shown: shown) { return (TextCleaner().clean(typed), answer) }
      let help = Self.help(question, count: shown.count)
      if isStrict { throw Refused(question: number, typed: typed, help: help) }
      try write("  \(help)\n")
    }
  }

  /// What would be an answer.
  private static func help(_ question: Lessons.Question, count: Int) -> String {
    let last = letters([count - 1])
    return switch question.kind.input {
    case .one: "one letter from A to \(last), please"
    case .several: "letters from A to \(last), please, such as \(letters([0, count - 1]))"
    case .order:
      "all \(count) letters, please, in their order, such as \(letters(Array((0..<count).reversed())))"
    case .number: "a number, please, such as 0.05 or 5e-2"
    case .words: "a word or a few, please"
    }
  }

  /// The right answer as it could have been typed.
  private static func text(_ key: Graded.Key, shown: [Int]) -> String {
    switch key {
    case .options(let places): letters(shown.indices.filter { places.contains(shown[$0]) })
    case .order(let places): letters(places.compactMap(shown.firstIndex(of:)))
    case .number(let text, _): text
    case .words(let accepted): accepted.first ?? ""
    }
  }

  /// The letters of options in the places that they are shown in.
  private static func letters(_ places: [Int]) -> String {
    places.filter(Views.Question.letters.indices.contains).map { Views.Question.letters[$0] }.joined()
  }

  private static func score(_ results: [Result]) -> String {
    let unanswered = results.count { $0.answer == nil }
    let rest = unanswered == 0 ? "" : "; \(unanswered) not answered"
    return "\(results.count(where: \.isRight)) of \(results.count) right\(rest)"
  }
}
