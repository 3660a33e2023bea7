import Engine
import Lessons

/// Questions as they are asked, in the lesson's quiz or in its challenge.
struct Quiz {
  private let checked: Checked
  private let view: String

  init(_ checked: Checked, view: String) {
    self.checked = checked
    self.view = view
  }

  var blocks: [Block] {
    guard let quiz = checked.lesson.quiz, !quiz.questions.isEmpty else { return [] }
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return [.heading(level: 2, text: [.text("Quiz")], anchor: "\(view)-quiz")] + prose.blocks(quiz.prose)
      + questions(quiz.questions, seed: checked.lesson.frontMatter.seed).map { .question($0) }
  }

  /// The questions `written`, in order, their options in the order that `seed` gives.
  func questions(_ written: [Lessons.Question], seed: UInt64) -> [Question] {
    written.indices.map { place in
      question(written[place], number: place + 1, of: written.count, seed: seed)
    }
  }

  private func question(_ written: Lessons.Question, number: Int, of count: Int, seed: UInt64) -> Question {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return Question(
      number: number, count: count, prompt: prose.inlines(written.title), body: prose.blocks(written.body),
      answer: answer(written, order: written.shownOrder(seed: seed, number: number)),
      explanation: prose.blocks(written.explanation))
  }

  private func answer(_ written: Lessons.Question, order: [Int]) -> Question.Answer {
    let shown = order.map { written.options[$0] }
    switch (written.kind.input, checked.key(of: written)) {
    case (.one, _): return .options(shown.map(option), isMultiple: false)
    case (.several, _): return .options(shown.map(option), isMultiple: true)
    case (.order, _):
      let places = order.indices.sorted { order[$0] < order[$1] }
      return .ordering(
        items: shown.map { Prose(checked: checked, view: view).inlines($0.text) }, order: places)
    case (.number, .number(let text, let tolerance)):
      let slack = written.number?.tolerance?.isZero == false ? " ± \(Numbers.number(tolerance))" : ""
      return .number(
        value: written.number.flatMap(value) ?? .nan, tolerance: tolerance,
        text: Numeral.typographic(text) + slack)
    case (.number, _), (.words, _): return .text(written.accepted)
    }
  }

  /// The number that answers a question.
  private func value(_ number: Lessons.Question.Number) -> Double? {
    if case .number(let value) = number.value.node { value } else { checked.numbers[number.value.range] }
  }

  private func option(_ option: Lessons.Question.Option) -> Question.Option {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    let proofs = Proofs(view: "visual", epochs: checked.trace.epochs.count)
    return Question.Option(
      text: prose.inlines(option.text), isRight: option.isRight, feedback: prose.blocks(option.feedback),
      proof: option.claims.lazy.compactMap { proofs.place(of: $0.expression) }.first)
  }
}
