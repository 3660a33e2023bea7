import Views

/// Makes text safe to write to a terminal: no control sequence, no reordering; ASCII alone where asked.
///
/// Lessons and data are other people's text. A control character shows as its picture (␛), a
/// bidirectional override or other invisible format character is left out, so that nothing but
/// the renderer moves the cursor.
public struct TextCleaner: Sendable {
  /// The characters that may be used.
  public var glyphs: TerminalStyle.Glyphs

  /// A cleaner for `glyphs`.
  public init(_ glyphs: TerminalStyle.Glyphs = .unicode) { self.glyphs = glyphs }

  /// `text` without control characters, on one line.
  public func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if glyphs == .unicode || scalar.isASCII {
        append(scalar, to: &result)
      } else {
        result += Self.ascii(scalar, after: previous)
      }
      previous = scalar
    }
    return result
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.value {
    case 0x0d: break
    case 0x09, 0x0a, 0x2028, 0x2029: text += " "
    case 0..<0x20, 0x7f:
      let picture = scalar.value == 0x7f ? 0x2421 : 0x2400 + scalar.value
      text += glyphs == .ascii ? "?" : String(Unicode.Scalar(picture).map { Character($0) } ?? "?")
    case 0x80...0x9f: text += glyphs == .ascii ? "?" : "\u{fffd}"
    case 0x200c, 0x200d: text.unicodeScalars.append(scalar)
    default:
      if scalar.properties.generalCategory != .format { text.unicodeScalars.append(scalar) }
    }
  }

  /// ASCII that says the same as `scalar`, or a question mark per column.
  private static func ascii(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
    if let known = table[scalar] { return known }
    if (0x2800...0x28ff).contains(scalar.value) { return scalar.value == 0x2800 ? " " : "." }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return " "
    default: break
    }
    return byName(scalar, after: previous) ?? String(repeating: "?", count: scalar.columns)
  }

  /// Letters with marks by their base, Greek by name, raised and lowered signs after `^` and `_`.
  private static func byName(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    if let script = ["SUPERSCRIPT": "^", "SUBSCRIPT": "_"][words[0]], let sign = words.last {
      let first = previous?.properties.name?.hasPrefix(words[0]) == true ? "" : script
      return first + (signs[sign] ?? sign.lowercased())
    }
    guard words.count >= 4, words[2] == "LETTER" else {
      return name.contains("MODIFIER LETTER SMALL") || name.contains("SUBSCRIPT SMALL LETTER")
        ? words.last.map { ($0.count == 1 ? "_" : "") + $0.lowercased() } : nil
    }
    switch words[0] {
    case "LATIN" where words[3].count <= 2:
      return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
    case "GREEK" where words[3] != "FINAL":
      return words[1] == "SMALL"
        ? words[3].lowercased() : words[3].prefix(1) + words[3].dropFirst().lowercased()
    default: return nil
    }
  }

  private static let signs: [Substring: String] = [
    "ZERO": "0", "ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5", "SIX": "6", "SEVEN": "7",
    "EIGHT": "8", "NINE": "9", "SIGN": "+", "MINUS": "-", "PARENTHESIS": "",
  ]

  private static let table: [Unicode.Scalar: String] = [
    "−": "-", "–": "-", "—": "--", "‐": "-", "‑": "-", "…": "...", "×": "x", "·": ".", "∙": ".", "→": "->",
    "←": "<-", "↑": "^", "↓": "v", "⇒": "=>", "↔": "<->", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=",
    "±": "+/-", "∞": "inf", "√": "sqrt", "∂": "d", "∇": "grad", "∑": "sum", "∏": "prod", "∈": "in",
    "½": "1/2",
    "¼": "1/4", "¾": "3/4", "°": " deg", "“": "\"", "”": "\"", "„": "\"",
    "‘": "'", "’": "'", "‚": "'", "«": "\"", "»": "\"", "•": "*", "✓": "[ok]", "✗": "[no]", "‖": "||",
    "ß": "ss",
    "─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
    "┬": "+", "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "▎": "|", "╌": "-", "▸": ">",
    "▾": "v",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "=", "▍": "-", "▏": "-", "▇": "#", "▆": "#", "▅": "=",
    "▄": "=", "▃": "-", "▂": "_", "▁": "_", "▀": "\"", "░": ".", "▒": "-", "▓": "%", "●": "o", "○": "x",
    "▲": "^",
    "△": "v", "■": "#", "□": "%", "◆": "*", "◇": "+", "★": "@", "☆": "&",
  ]
}
