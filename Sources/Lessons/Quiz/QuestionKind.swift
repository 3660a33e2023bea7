/// A way of asking and grading; the list of all is ``all``.
public struct QuestionKind: Sendable, Equatable {
  /// What it is called, such as `single choice`.
  public let name: String
  /// How an answer is given.
  public let input: Input
  /// Whether a block holds answers of this kind.
  let recognises: @Sendable (Block) -> Bool
  /// Fills the question with the answers of a block; reports what cannot be asked.
  let read: @Sendable (Block, inout Question, inout Diagnostics) -> Void
  /// Whether an answer is right, given what the question's numbers come to in the run.
  let accepts: @Sendable (Answer, Question, Checked) -> Bool

  /// How an answer is given.
  public enum Input: Sendable { case one, several, number, words, order }

  /// Every kind; of two that recognise a block, the first reads it.
  public static let all: [QuestionKind] = [singleChoice, multipleChoice, numeric, shortAnswer, ordering]

  /// Two kinds are the same when their names are.
  public static func == (a: QuestionKind, b: QuestionKind) -> Bool { a.name == b.name }
}
