/// A section that asks: the Quiz or the Challenge.
public struct QuestionSection: Sendable, Equatable {
  /// The prose before the first question.
  public var prose: [Block]
  /// The questions in order.
  public var questions: [Question]
  /// The section's heading.
  public var heading: SourceRange
}
