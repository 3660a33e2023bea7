/// What is said of an answer.
public struct Graded: Sendable, Equatable {
  /// Whether the answer is right.
  public var isRight: Bool
  /// The feedback on what was chosen, in the order of the options.
  public var feedback: [Feedback]
  /// What would have been right, as the learner could have given it; options as places in `options`.
  public var key: Key
  /// What follows the answers in the lesson.
  public var explanation: [Block]

  /// What is said of one option.
  public struct Feedback: Sendable, Equatable {
    /// Its place in the options.
    public var option: Int
    /// Whether it is marked as right.
    public var isRight: Bool
    /// What the author says of it.
    public var blocks: [Block]
  }

  /// The right answer.
  public enum Key: Sendable, Equatable {
    case options([Int])
    case order([Int])
    /// A number as text, and how far off it may be.
    case number(String, tolerance: Double)
    case words([String])
  }
}

extension Checked {
  /// Grades `answer` to `question`, one of the lesson's.
  public func grade(_ answer: Answer, to question: Question) -> Graded {
    var feedback: [Graded.Feedback] = []
    if case .options(let chosen) = answer {
      feedback = chosen.filter(question.options.indices.contains).map { place in
        let option = question.options[place]
        return Graded.Feedback(option: place, isRight: option.isRight, blocks: option.feedback)
      }
    }
    return Graded(
      isRight: question.kind.accepts(answer, question, self), feedback: feedback, key: key(of: question),
      explanation: question.explanation)
  }

  /// What answers `question` rightly.
  public func key(of question: Question) -> Graded.Key {
    switch question.kind.input {
    case .one, .several: return .options(question.rightOptions)
    case .order: return .order(Array(question.options.indices))
    case .words: return .words(question.accepted)
    case .number:
      guard let number = question.number, let key = key(of: number) else { return .words([]) }
      return .number(Numeral.text(key.value, format: number.format) ?? "", tolerance: key.tolerance)
    }
  }

  /// The number that answers a numeric question, and how far off an answer may be: unless the lesson says so,
  /// a thousandth of the number, so that the four digits that a page shows suffice.
  func key(of number: Question.Number) -> (value: Double, tolerance: Double)? {
    guard let value = self.number(number.value) else { return nil }
    let slack = 1e-9 * max(1, value.magnitude)
    switch number.tolerance {
    case nil: return (value, max(slack, 0.001 * value.magnitude))
    case .relative(let share): return (value, share * value.magnitude + slack)
    case .absolute(let expression): return self.number(expression).map { (value, $0 + slack) }
    }
  }

  private func number(_ expression: Expression) -> Double? {
    if case .number(let value) = expression.node { value } else { numbers[expression.range] }
  }
}
