/// A section that asks: the Quiz or the Challenge.
public struct QuestionSection: Sendable, Equatable {
  /// The prose before the first question.
  public var prose: [Block]
  public var questions: [Question]
  public var heading: SourceRange
}
