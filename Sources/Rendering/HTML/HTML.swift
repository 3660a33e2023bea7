import Views

/// Markup: its literals are written by the house, and whatever is interpolated is escaped.
///
/// ```swift
/// let item: HTML = "<li title=\"\(title)\">\(text)</li>"
/// ```
///
/// Text from a lesson is a `String`, and a `String` can enter only through an interpolation: it never becomes
/// markup, in an element or in a quoted attribute.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  private(set) var markup: String

  /// Markup as the house wrote it.
  init(stringLiteral literal: String) { markup = literal }

  /// Markup with values put in.
  init(stringInterpolation interpolation: Interpolation) { markup = interpolation.markup }

  /// `parts` one after the other.
  init(_ parts: some Sequence<HTML>) { markup = parts.reduce(into: "") { $0 += $1.markup } }

  /// Markup made of other markup.
  init(compacted markup: String) { self.markup = markup }

  /// Puts `part` at the end.
  static func += (html: inout HTML, part: HTML) { html.markup += part.markup }

  /// What an interpolation may hold.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Text, escaped.
    mutating func appendInterpolation(_ text: String) { text.escape(into: &markup) }

    mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    /// JSON for a script, which spells what markup knows in its own way.
    mutating func appendInterpolation(_ json: InertJSON) { markup += json.spelling }

    mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
      for part in parts { markup += part.markup }
    }

    /// `html` where `condition` holds.
    mutating func appendInterpolation(_ html: HTML, if condition: Bool) {
      if condition { markup += html.markup }
    }

    /// The class that gives a part its stage's hue.
    mutating func appendInterpolation(_ hue: Hue) { markup += "h-" + hue.rawValue }

    /// A length in a picture, to a hundredth.
    mutating func appendInterpolation(length: Double) { markup += Self.decimal(length) }

    /// A share of a whole, as a whole percentage.
    mutating func appendInterpolation(percent: Double) {
      appendInterpolation(share: (percent * 100).rounded() / 100)
    }

    /// A share of a whole, as a percentage to a hundredth.
    mutating func appendInterpolation(share: Double) { markup += Self.decimal(share * 100) + "%" }

    private static func decimal(_ value: Double) -> String {
      guard value.isFinite, value.magnitude < 1e9 else { return "0" }
      let hundredths = Int((value * 100).rounded())
      let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
      let digits = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
      return (hundredths < 0 ? "-" : "") + (whole == 0 && part != 0 ? "" : String(whole)) + digits
    }
  }
}

extension String {
  /// The text with its control characters replaced, for where the templates do the escaping.
  var printable: String {
    guard utf8.contains(where: { $0 < 0x20 }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
  }

  /// Appends the text to `markup` with what could end an element's text or a value in `"` escaped,
  /// and its control characters replaced.
  func escape(into markup: inout String) {
    let plain = !utf8.contains {
      $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22
    }
    if plain {
      markup += self
      return
    }
    for character in unicodeScalars {
      switch character {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "\n", "\t": markup.unicodeScalars.append(character)
      case "\0"..<" ": markup += "\u{FFFD}"
      default: markup.unicodeScalars.append(character)
      }
    }
  }
}
