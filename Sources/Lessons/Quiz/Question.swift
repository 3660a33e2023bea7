/// A question with everything that its asking, grading and explaining take.
public struct Question: Sendable, Equatable {
  /// The level-3 heading.
  public var title: [Inline]
  /// What stands between the heading and the answers.
  public var body: [Block]
  /// How it is asked and graded.
  public var kind: QuestionKind
  /// What there is to choose from or to order, as written: for an ordering, that is the right order.
  public var options: [Option]
  /// The number that answers it, and how far off an answer may be; nil unless it asks for a number.
  public var number: Number?
  /// The spellings that answer it; empty unless it asks for words.
  public var accepted: [String]
  /// What follows the answers.
  public var explanation: [Block]
  /// Whether the options have no order of their own, so that they may be shown shuffled.
  public var isShuffled = true
  /// The heading.
  public var range: SourceRange

  /// One thing to choose or to put in its place.
  public struct Option: Sendable, Equatable {
    /// Without its claims and its feedback.
    public var text: [Inline]
    /// Further blocks of the option, such as code.
    public var blocks: [Block]
    /// Whether it is marked `[x]`.
    public var isRight: Bool
    /// What is said once it was chosen.
    public var feedback: [Block]
    /// What must be true exactly when the option is right.
    public var claims: [Inline.Claim]
    /// The item of the list.
    public var range: SourceRange
  }

  /// A number that the run or the author gives.
  public struct Number: Sendable, Equatable {
    /// What it comes to.
    public var value: Expression
    /// How it is written.
    public var format: ValueFormat
    /// How far off an answer may be; nil for a thousandth of the value.
    public var tolerance: Tolerance?
    /// The line of the answer.
    public var range: SourceRange

    /// How far off an answer may be.
    public enum Tolerance: Sendable, Equatable {
      case absolute(Expression)
      /// A share of the value, such as 0.01 for 1 %.
      case relative(Double)

      /// Whether the number alone is right, but for what rounding makes of it.
      public var isZero: Bool {
        switch self {
        case .absolute(let expression): expression.node == .number(0)
        case .relative(let share): share == 0
        }
      }
    }
  }
}
