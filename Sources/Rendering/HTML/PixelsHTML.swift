import Views

extension Pixels {
  /// How finely shades are told apart.
  private static let shades = 16

  /// The picture under its name. Few pixels are cells of a table, which show their numbers when asked; many are
  /// drawn, with a table beside them.
  var html: HTML {
    isDrawn
      ? caption.figure(
        "picture", "\(drawing(" role=\"img\" aria-label=\"\(caption.name)\""))\n",
        data: Caption.disclosure(table(isTinted: false)))
      : caption.figure("picture scroll", table(isTinted: true), data: Caption.disclosure())
  }

  /// The numbers in rows and columns.
  private func table(isTinted: Bool) -> HTML {
    let cells = zip(values, texts).map { value, text -> HTML in
      "<td\(isTinted ? Tensor.Cell(share(value), text: text).tint(scale: 1) : "")>\(text)</td>"
    }
    let lines = stride(from: 0, to: cells.count, by: max(columns, 1)).map { start -> HTML in
      "<tr>\(cells[start..<min(start + columns, cells.count)])</tr>"
    }
    return "<table><tbody>\(lines)</tbody></table>"
  }

  /// The picture as an element with `attributes`: a path for each shade,
  /// and a square around the pixel that stands open.
  func drawing(_ attributes: HTML = "") -> HTML {
    var paths = Array(repeating: SVGPath(), count: 2 * Self.shades + 1)
    for row in 0..<rows {
      var start = 0
      for column in 0..<columns where shade(row, column) != shade(row, column + 1) || column == columns - 1 {
        paths[shade(row, column)].move(to: start, row)
        paths[shade(row, column)].across(to: column + 1)
        start = column + 1
      }
    }
    let drawn = paths.enumerated().filter { $0.element.data != "" && $0.offset != Self.shades }.map {
      place, path -> HTML in
      let share = Double(abs(place - Self.shades)) / Double(Self.shades)
      return "<path\(" class=\"u\"", if: place < Self.shades) opacity=\"\(length: share)\" d=\"\(path)\"/>"
    }
    let mark = chosen.map { place -> HTML in
      "<path class=\"mark\" d=\"M\(place % columns) \(place / columns)m0-.5h1v1h-1z\"/>"
    }
    return """
      <svg class="pixels\(" signed", if: isSigned)" viewBox="0 -.5 \(columns) \(rows)"\(attributes)>\
      \(drawn)\(mark ?? "")</svg>
      """
  }

  /// The shade at a place; none past the picture's edge.
  private func shade(_ row: Int, _ column: Int) -> Int {
    let place = row * columns + column
    return values.indices.contains(place) ? shade(values[place]) : Self.shades
  }

  /// The shade of `value`: from the middle up, or down where the sign matters.
  private func shade(_ value: Double) -> Int {
    Self.shades + Int((share(value) * Double(Self.shades)).rounded())
  }

  /// Where `value` lies between 0 and 1, or from -1 where the sign matters.
  private func share(_ value: Double) -> Double {
    let share =
      isSigned
      ? value / max(range.lowerBound.magnitude, range.upperBound.magnitude)
      : (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return share.isFinite ? min(max(share, isSigned ? -1 : 0), 1) : 0
  }
}
