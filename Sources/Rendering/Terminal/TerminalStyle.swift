/// What a terminal can show: how wide it is, which colours it has, which characters.
public struct TerminalStyle: Sendable, Equatable {
  /// Columns, at least ``narrowest``.
  public var width: Int
  /// How colours are written, if at all.
  public var color: ColorDepth
  /// The characters that may be used.
  public var glyphs: Glyphs

  /// Below this nothing can be laid out.
  public static let narrowest = 24

  /// How colours are written.
  public enum ColorDepth: Sendable, Equatable {
    /// No escape sequence at all.
    case none
    /// The palette of 256 colours.
    case indexed
    /// Red, green and blue.
    case truecolor
  }

  /// Which characters may be used.
  public enum Glyphs: Sendable, Equatable {
    case unicode
    /// ASCII alone: lines, plots, symbols and letters are transliterated.
    case ascii
  }

  /// A terminal of `width` columns; a width below ``narrowest`` counts as that.
  public init(width: Int = 80, color: ColorDepth = .none, glyphs: Glyphs = .unicode) {
    self.width = max(width, Self.narrowest)
    self.color = color
    self.glyphs = glyphs
  }
}
