/// A stretch of a source: offsets into its UTF-8 text, the upper one not included.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public var lower: Int
  /// The byte after the last.
  public var upper: Int

  /// From `lower` up to, not including, `upper`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// From the start of this range to the end of `other`.
  func through(_ other: SourceRange) -> SourceRange { SourceRange(lower, max(upper, other.upper)) }

  /// Whether `other` lies within.
  func contains(_ other: SourceRange) -> Bool { lower <= other.lower && other.upper <= upper }
}

/// A place as editors count it: lines and characters from 1.
public struct Position: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
}
