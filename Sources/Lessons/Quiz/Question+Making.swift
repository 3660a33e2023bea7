extension Question {
  /// An option that a program wrote: its text, and the claim that is true exactly when it is right.
  public struct Choice: Sendable, Equatable {
    let text: [Inline]
    let claim: String
    let isRight: Bool

    /// The option `text`, which is right exactly when the run bears `claim` out;
    /// without one, nothing is proven.
    public init(_ text: [Inline], claim: String = "", isRight: Bool) {
      self.text = text
      self.claim = claim
      self.isRight = isRight
    }
  }

  /// A question of a single choice that a program wrote; `isShuffled` unless the
  /// options have an order of their own.
  public static func choice(
    _ title: [Inline], body: [Inline] = [], options: [Choice], isShuffled: Bool = true, explanation: [Inline]
  ) -> Question {
    var question = Question(title, body: body, kind: .singleChoice, explanation: explanation)
    question.isShuffled = isShuffled
    question.options = options.map { choice in
      Option(
        text: choice.text, blocks: [], isRight: choice.isRight, feedback: [],
        claims: Inline.Claim(choice.claim).map { [$0] } ?? [], range: SourceRange(0, 0))
    }
    return question
  }

  /// A question that a program wrote and that `value` answers, `share` of it more or less.
  public static func number(
    _ title: [Inline], body: [Inline] = [], value: Double, within share: Double, explanation: [Inline]
  ) -> Question {
    var question = Question(title, body: body, kind: .numeric, explanation: explanation)
    question.number = Number(
      value: Expression(node: .number(value), range: SourceRange(0, 0)), format: .automatic,
      tolerance: .relative(share), range: SourceRange(0, 0))
    return question
  }

  private init(_ title: [Inline], body: [Inline], kind: QuestionKind, explanation: [Inline]) {
    let range = SourceRange(0, 0)
    let block = { (text: [Inline]) in
      text.isEmpty ? [] : [Block(content: .paragraph(text), range: range)]
    }
    self.init(
      title: title, body: block(body), kind: kind, options: [], number: nil, accepted: [],
      explanation: block(explanation), range: range)
  }
}
