import Testing

@testable import Lessons

/// Questions: how they are read, asked and graded.
@Suite struct QuizTests {
  static let quiz = """
    ## Quiz

    Three questions.

    ### What happens at the floor?

    Look at the *schedule*.

    - [ ] It is the highest `? lr[4] == max(lr)`
      > No: that is epoch 1.
    - [x] It is `= lr[4]` `? lr[4] == 0`
      > Yes.
    - [ ] Nothing

    > The cosine is −1.

    ### Which epochs have a rate above the mean?

    - [x] Epoch 1
    - [x] Epoch 2
    - [ ] Epoch 4

    ### What does epoch 2 train with?

    Answer: `= lr[2] | %.3f` ± 0.001

    ### What is the optimizer?

    Answer: SGD | stochastic gradient descent

    ### Order the epochs by their rate.

    1. Epoch 1
    2. Epoch 2
    3. Epoch 4

    """

  private static func checked() throws -> Checked {
    let (checked, diagnostics) = try Small.check(quiz)
    try #require(diagnostics.isEmpty, "\(diagnostics.text)")
    return checked
  }

  @Test func `every kind of question is read`() throws {
    let questions = try Self.checked().lesson.questions
    #expect(
      questions.map(\.kind.name) == [
        "single choice", "multiple choice", "numeric", "short answer", "ordering",
      ])
    #expect(questions.map(\.kind.input) == [.one, .several, .number, .words, .order])
    #expect(questions[0].body.inlines.plainText == "Look at the schedule.")
    #expect(questions[0].explanation.inlines.plainText == "The cosine is −1.")
    #expect(questions[0].options[0].text == [.text("It is the highest")])
    #expect(questions[0].options[0].feedback.inlines.plainText == "No: that is epoch 1.")
    #expect(questions[0].options.map(\.claims.count) == [1, 1, 0])
    #expect(questions[1].rightOptions == [0, 1])
    #expect(questions[3].accepted == ["SGD", "stochastic gradient descent"])
  }

  @Test(arguments: [
    (0, Answer.options([1]), true), (0, .options([0]), false), (1, .options([0, 1]), true),
    (1, .options([0]), false),
    (1, .options([0, 1, 2]), false), (2, .text("0.075"), true), (2, .text("0,0755"), true),
    (2, .text("7.5 %"), true),
    (2, .text("0.08"), false), (2, .text("much"), false), (3, .text(" sgd "), true),
    (3, .text("Stochastic  Gradient Descent."), true), (3, .text("Adam"), false),
    (4, .order([0, 1, 2]), true),
    (4, .order([1, 0, 2]), false), (0, .text("b"), false),
  ])
  func `answers are graded`(place: Int, answer: Answer, isRight: Bool) throws {
    let checked = try Self.checked()
    #expect(checked.grade(answer, to: checked.lesson.questions[place]).isRight == isRight)
  }

  @Test func `each choice gets its own feedback, and the key is told`() throws {
    let checked = try Self.checked()
    let questions = checked.lesson.questions
    let graded = checked.grade(.options([0]), to: questions[0])
    #expect(graded.feedback.map(\.isRight) == [false])
    #expect(graded.feedback[0].blocks.inlines.plainText == "No: that is epoch 1.")
    #expect(graded.key == .options([1]))
    #expect(graded.explanation.inlines.plainText == "The cosine is −1.")
    #expect(checked.key(of: questions[3]) == .words(["SGD", "stochastic gradient descent"]))
    #expect(checked.key(of: questions[4]) == .order([0, 1, 2]))
    guard case .number(let text, let tolerance) = checked.key(of: questions[2]) else {
      Issue.record("no number")
      return
    }
    #expect(text == "0.075" && abs(tolerance - 0.001) < 1e-6)
  }

  @Test(
    arguments: [
      (0, "b", [2, 1, 0], Answer.options([1])), (0, "B)", [2, 1, 0], .options([1])),
      (0, "1", [2, 1, 0], .options([2])),
      (0, "d", [0, 1, 2], nil), (0, "a b", [0, 1, 2], nil), (0, "", [0, 1, 2], nil),
      (0, "?", [0, 1, 2], nil),
      (1, "a, c", [2, 1, 0], .options([0, 2])), (1, "ca", [2, 1, 0], .options([0, 2])),
      (2, "0.05", [], .text("0.05")),
      (2, "five", [], nil), (3, " SGD ", [], .text("SGD")), (3, "  ", [], nil),
      (4, "c a b", [0, 1, 2], .order([2, 0, 1])),
      (4, "3 1 2", [0, 1, 2], .order([2, 0, 1])), (4, "a b", [0, 1, 2], nil), (4, "a a b", [0, 1, 2], nil),
    ] as [(Int, String, [Int], Answer?)])
  func `typed answers name options as they were shown`(
    place: Int, text: String, shown: [Int], answer: Answer?
  ) throws {
    #expect(try Self.checked().lesson.questions[place].answer(text, shown: shown) == answer)
  }

  @Test func `options are shuffled by the seed, and always alike`() throws {
    let questions = try Self.checked().lesson.questions
    let orders = (0..<20).map { questions[0].shownOrder(seed: UInt64($0), number: 1) }
    #expect(Set(orders).count > 1)
    #expect(orders.allSatisfy { $0.sorted() == [0, 1, 2] })
    #expect(orders == (0..<20).map { questions[0].shownOrder(seed: UInt64($0), number: 1) })
    #expect((0..<200).allSatisfy { questions[4].shownOrder(seed: $0, number: 5) != [0, 1, 2] })
  }

  @Test func `all of the above keeps options in their places`() throws {
    let text = "## Quiz\n\n### What?\n\n- [ ] a\n- [ ] b\n- [x] None of the above\n"
    let question = try #require(try Small.lesson(adding: text).questions.first)
    #expect((0..<20).allSatisfy { question.shownOrder(seed: $0, number: 1) == [0, 1, 2] })
  }

  @Test(arguments: [
    ("Answer: 15", "15", true), ("Answer: 15", "15.01", true), ("Answer: 15", "15.2", false),
    ("Answer: 15 ± 1", "16", true), ("Answer: 15 ± 10 %", "16.5", true), ("Answer: 15 ± 10%", "16.6", false),
    ("Answer: `= epochs`", "6", true), ("Answer: `= lr[2]` ± `= lr[3]`", "0.1", true),
    ("Answer: `= lr[2]` ± `= lr[3]`", "0.11", false), ("Answer: −3 ± 0", "-3", true),
    ("Answer: 0", "0", true),
  ])
  func `numbers are right within their tolerance`(line: String, answer: String, isRight: Bool) throws {
    let (checked, diagnostics) = try Small.check("## Challenge\n\n### How many?\n\n\(line)\n")
    #expect(diagnostics.isEmpty)
    let question = try #require(checked.lesson.challenge?.questions.first)
    #expect(question.kind.name == "numeric")
    #expect(checked.grade(.text(answer), to: question).isRight == isRight)
  }

  @Test func `a body may have lists, and an explanation may be more than a quote`() throws {
    let text = "## Quiz\n\n### What?\n\n1. first\n2. second\n\n- [x] a\n- [ ] b\n\n> Because.\n\nAnd so on.\n"
    let question = try #require(try Small.lesson(adding: text).questions.first)
    #expect(question.kind.name == "single choice")
    #expect(question.body.count == 1)
    #expect(question.explanation.count == 2)
  }

  @Test func `cards have a front and a back`() throws {
    let lesson = try Small.lesson(adding: "## Recall\n\nCards.\n\n### Front `= epochs`\n\nBack.\n")
    #expect(lesson.recall?.cards.map { $0.front.plainText } == ["Front epochs"])
    #expect(lesson.recall?.cards[0].back.inlines.plainText == "Back.")
  }
}
