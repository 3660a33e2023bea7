import Views

extension TerminalRenderer {
  private static let shades: [Character] = [" ", "░", "▒", "▓", "█"]
  private static let asciiShades: [Character] = [" ", ".", ":", "+", "#"]
  private static let negativeShades: [Character] = [" ", "-", "-", "=", "="]

  /// A picture, two characters to a pixel where it fits, one where not;
  /// every so many pixels where even that is too wide.
  func lines(_ pixels: Pixels, width: Int) -> [TextLine] {
    let each = pixels.columns * 2 <= width ? 2 : 1
    let step = max((pixels.columns * each + width - 1) / width, 1)
    return stride(from: 0, to: pixels.rows, by: step).map { row in
      let start = row * pixels.columns
      let places = stride(from: start, to: min(start + pixels.columns, pixels.values.count), by: step)
      return TextLine(places.map { pixel(pixels, $0, columns: each) })
    }
  }

  /// The pixel at `place`; the one that stands open is a pair of brackets, or a cross.
  private func pixel(_ pixels: Pixels, _ place: Int, columns: Int) -> TextRun {
    let value = pixels.values[place]
    let (low, high) = (pixels.range.lowerBound, pixels.range.upperBound)
    let share =
      pixels.isSigned ? share(value, of: max(abs(low), abs(high))) : share(value - low, of: high - low)
    let level = Int((abs(share) * 4).rounded())
    let shades = style.glyphs == .unicode ? Self.shades : Self.asciiShades
    let character = share < 0 ? Self.negativeShades[level] : shades[level]
    let ground = pixels.isSigned ? TerminalColor.tint(share) : TerminalColor(grey: max(share, 0))
    let mark = place == pixels.chosen ? columns == 2 ? "[]" : "x" : nil
    if style.color == .none {
      return TextRun(text: mark ?? String(repeating: character, count: columns), look: .plain)
    }
    // Half of the greys are too light for white; what is near 0 has no ground.
    let isLight = !pixels.isSigned && share > 0.5
    let ink = mark != nil && ground != nil ? isLight ? TerminalColor(grey: 0) : .white : nil
    return TextRun(
      text: mark ?? String(repeating: " ", count: columns),
      look: TextLook(isBold: mark != nil, ink: ink, ground: ground))
  }

  /// Pictures that follow one another, each under its name: side by side, as many as there is room for.
  /// One that is alone needs no name.
  func sideBySide(_ pictures: [Pixels], width: Int) -> [TextLine] {
    if pictures.count == 1, pictures[0].caption.reading.isEmpty { return lines(pictures[0], width: width) }
    let least = pictures.allSatisfy { $0.caption.reading.isEmpty } ? 3 : 18
    let each = min(max(pictures.map(\.columns).max().map { $0 * 2 } ?? 0, least), width)
    let perRow = max((width + 3) / (each + 3), 1)
    let texts = pictures.map { captioned($0.caption, lines($0, width: each), width: each) }
    let rows = stride(from: 0, to: texts.count, by: perRow).map { start in
      Self.joined(Array(texts[start..<min(start + perRow, texts.count)]), width: each)
    }
    return Array(rows.joined(separator: [.empty]))
  }

  /// `columns` of `width` beside one another.
  private static func joined(_ columns: [[TextLine]], width: Int) -> [TextLine] {
    (0..<(columns.map(\.count).max() ?? 0)).map { number in
      columns.enumerated().reduce(into: TextLine.empty) { line, column in
        if column.offset > 0 { line += .blank(3) }
        line += (number < column.element.count ? column.element[number] : .empty).padded(to: width)
      }
    }
  }
}
