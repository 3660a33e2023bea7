/// The Recall section: the author's own cards.
public struct Recall: Sendable, Equatable {
  /// The prose before the first card.
  public var prose: [Block]
  /// The cards in order.
  public var cards: [Card]
  /// The section's heading.
  public var heading: SourceRange
}
