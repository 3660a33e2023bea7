/// A card of the Recall section.
public struct Card: Sendable, Equatable {
  /// What is asked.
  public var front: [Inline]
  /// What is to be remembered.
  public var back: [Block]
  /// The level-3 heading.
  public var range: SourceRange
}
