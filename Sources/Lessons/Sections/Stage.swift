/// One of the five stages: a section that holds the stage's settings.
public struct Stage: Sendable, Equatable {
  /// Which of the five it is.
  public var kind: Kind
  /// The section's heading.
  public var title: [Inline]
  /// The section's prose.
  public var prose: [Block]
  /// The settings as they are written.
  public var yaml: String
  /// Where `yaml` stands.
  public var settings: SourceRange
  /// The heading.
  public var heading: SourceRange

  /// The stages in order; a raw value is the second word of the settings' info string.
  public enum Kind: String, Sendable, CaseIterable {
    case load, preprocess, train, schedule, evaluate
  }
}
