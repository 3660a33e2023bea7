import enum Lessons.FormulaText
import Views

extension Inline {
  /// The run of text as markup.
  var html: HTML {
    switch self {
    case .text(let text): "\(text)"
    case .emphasis(let text): "<em>\(text.html)</em>"
    case .strong(let text): "<strong>\(text.html)</strong>"
    case .strikethrough(let text): "<s>\(text.html)</s>"
    case .code(let text): "<code>\(text)</code>"
    case .link(let destination, let text):
      Self.isSafe(destination) ? "<a href=\"\(destination)\" rel=\"noreferrer\">\(text.html)</a>" : text.html
    case .lineBreak: "<br>"
    case .value(let text, let expression): "<var title=\"= \(expression)\">\(text)</var>"
    case .claim(let expression):
      "<i role=\"img\" title=\"checked: \(expression)\">✓</i>"
    case .formula(let source): HTML(formula: source, isBlock: false)
    case .symbol(let name, let index): "\(FormulaText.text(of: "\(name)_{\(index)}"))"
    }
  }

  /// Whether a link may lead to `destination`: a place in the page, a path, or one of three schemes.
  private static func isSafe(_ destination: String) -> Bool {
    guard !destination.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) else {
      return false
    }
    guard let colon = destination.firstIndex(of: ":") else { return true }
    let scheme = destination[..<colon]
    return scheme.contains { "/?#".contains($0) }
      || ["http", "https", "mailto"].contains(scheme.lowercased())
  }
}

extension [Inline] {
  /// The text as markup; the check mark of a claim stays with the word before it.
  var html: HTML {
    HTML(
      enumerated().map { place, part -> HTML in
        guard case .text(let text) = part, text.hasSuffix(" "), place + 1 < count,
          case .claim = self[place + 1]
        else { return part.html }
        return "\(String(text.dropLast()))\u{a0}"
      })
  }
}
