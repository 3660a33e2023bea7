/// The Recall section: the author's own cards.
public struct Recall: Sendable, Equatable {
  /// The prose before the first card.
  public var prose: [Block]
  public var cards: [Card]
  public var heading: SourceRange
}
