/// A card of the Recall section.
public struct Card: Sendable, Equatable {
  public var front: [Inline]
  public var back: [Block]
  /// The level-3 heading.
  public var range: SourceRange
}
