extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as a terminal shows it: message, place, the line with carets, notes and helps.
  public var description: String {
    var lines = ["error[\(code.number)]: \(message)"]
    var gutter = "  "
    if let place {
      let number = String(place.start.line)
      gutter = String(repeating: " ", count: number.count)
      let excerpt = Excerpt(place)
      let carets =
        String(repeating: " ", count: excerpt.indent) + String(repeating: "^", count: excerpt.width)
      lines += [
        "\(gutter)--> \(file):\(place.start.line):\(place.start.column)",
        "\(gutter) |",
        "\(number) | \(excerpt.text)",
        "\(gutter) | \(carets)\(label.isEmpty ? "" : " \(label)")",
      ]
    } else {
      lines.append("\(gutter)--> \(file)")
    }
    lines += notes.map { "\(gutter) = note: \($0)" } + helps.map { "\(gutter) = help: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A line as a terminal can show it: tabs as spaces, control characters visible,
/// and no longer than is useful.
private struct Excerpt {
  var text = ""
  /// Columns before the carets.
  var indent = 0
  /// How many carets.
  var width = 0

  private static let longest = 160

  init(_ place: Diagnostic.Place) {
    let first = place.start.column - 1
    let characters = Array(place.line)
    // A long line loses its start when the carets would stand too far out.
    let skipped = first > Self.longest / 2 ? first - Self.longest / 4 : 0
    if skipped > 0 {
      text = "…"
      indent = 1
    }
    for (index, character) in characters.enumerated().dropFirst(skipped) {
      guard index < skipped + Self.longest else {
        text += "…"
        break
      }
      let shown = Self.visible(character)
      text += shown
      if index < first { indent += DisplayWidth.of(shown) }
      if index >= first && index < first + place.length { width += DisplayWidth.of(shown) }
    }
    width = max(1, width)
    while text.last == " " { text.removeLast() }
  }

  private static func visible(_ character: Character) -> String {
    if character == "\t" { return "    " }
    guard let scalar = character.unicodeScalars.first, scalar.properties.generalCategory == .control else {
      return String(character)
    }
    return "\u{FFFD}"
  }
}
