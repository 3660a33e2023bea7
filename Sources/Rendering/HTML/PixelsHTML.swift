import Views

extension Pixels {
  /// How finely shades are told apart.
  private static let shades = 16

  /// The picture as markup: one path per shade.
  var html: HTML {
    var paths: [HTML] = Array(repeating: "", count: 2 * Self.shades + 1)
    for row in 0..<rows {
      for column in 0..<columns where values.indices.contains(row * columns + column) {
        paths[shade(values[row * columns + column])] += "M\(column) \(row)h1v1h-1z"
      }
    }
    let drawn = paths.enumerated().filter { $0.element != "" && $0.offset != Self.shades }.map {
      place, path -> HTML in
      let share = Double(abs(place - Self.shades)) / Double(Self.shades)
      return "<path\(" class=\"neg\"", if: place < Self.shades) opacity=\"\(length: share)\" d=\"\(path)\"/>"
    }
    let drawing: HTML = """
      <svg class="pixels\(" signed", if: isSigned)" viewBox="0 0 \(columns) \(rows)" \
      shape-rendering="crispEdges" role="img" aria-label="\(caption.name)">\(drawn)</svg>

      """
    return caption.figure("picture", drawing)
  }

  /// The shade of `value`: from the middle up, or down where the sign matters.
  private func shade(_ value: Double) -> Int {
    let share =
      isSigned
      ? value / max(range.lowerBound.magnitude, range.upperBound.magnitude)
      : (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    guard share.isFinite else { return Self.shades }
    return Self.shades + Int((min(max(share, isSigned ? -1 : 0), 1) * Double(Self.shades)).rounded())
  }
}
