/// A way of asking and grading; the list of all is ``all``.
public struct QuestionKind: Sendable, Equatable {
  /// What it is called, such as `single choice`.
  public let name: String
  /// How an answer is given.
  public let input: Input

  /// How an answer is given.
  public enum Input: Sendable { case one, several, number, words, order }

  /// Two kinds are the same when their names are.
  public static func == (a: QuestionKind, b: QuestionKind) -> Bool { a.name == b.name }
}
