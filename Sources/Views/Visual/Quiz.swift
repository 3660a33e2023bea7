import Engine
import Lessons

/// The lesson's questions as they are asked.
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
      + questions(seed: checked.lesson.frontMatter.seed).map { .question($0) }
  }

  /// The questions in order, their options shuffled by `seed`.
  func questions(seed: UInt64) -> [Question] {
    let written = checked.lesson.quiz?.questions ?? []
    return written.indices.map { place in
      question(written[place], number: place + 1, of: written.count, seed: seed &+ UInt64(place + 1))
    }
  }

  private func question(_ written: Lessons.Question, number: Int, of count: Int, seed: UInt64) -> Question {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    var shuffler = Shuffler(seed: seed)
    let order = shuffler.order(of: written.options.count)
    return Question(
      number: number, count: count, prompt: prose.inlines(written.title), body: prose.blocks(written.body),
      answer: answer(written, order: order), explanation: prose.blocks(written.explanation))
  }

  private func answer(_ written: Lessons.Question, order: [Int]) -> Question.Answer {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    switch written.kind.input {
    case .one, .several:
      let keeps = written.options.contains { $0.refersToOthers }
      let options = keeps ? written.options : order.map { written.options[$0] }
      return .options(options.map(option), isMultiple: written.kind.input == .several)
    case .number:
      let value = written.number.flatMap { checked.numbers[$0.value.range] } ?? .nan
      let tolerance: Double =
        switch written.number?.tolerance {
        case .absolute(let expression): checked.numbers[expression.range] ?? 0
        case .relative(let share): share * value.magnitude
        case nil: 0.001 * value.magnitude
        }
      return .number(value: value, tolerance: tolerance, text: Numbers.number(value))
    case .words: return .text(written.accepted)
    case .order:
      let places = order.indices.sorted { order[$0] < order[$1] }
      return .ordering(items: order.map { prose.inlines(written.options[$0].text) }, order: places)
    }
  }

  private func option(_ option: Lessons.Question.Option) -> Question.Option {
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return Question.Option(
      text: prose.inlines(option.text), isRight: option.isRight,
      feedback: prose.blocks(option.feedback),
      proof: option.claims.lazy.compactMap { Proofs(view: view).place(of: $0.expression) }.first)
  }
}

extension Lessons.Question.Option {
  /// Whether it speaks of the other options, so that they must stay where they are.
  fileprivate var refersToOthers: Bool {
    let words = text.plainText.lowercased()
    return words.contains("of the above") || words.contains("of these above")
  }
}

/// Draws orders from a seed (SplitMix64; Steele, Lea and Flood, 2014).
struct Shuffler {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The numbers below `count` in a drawn order (Fisher and Yates, 1938).
  mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, Int(next() % UInt64(i + 1))) }
    return order
  }
}
