import Views

extension TerminalRenderer {
  private static let markers: [Character] = ["●", "○", "▲", "△", "■", "□", "◆", "◇", "★", "☆"]
  private static let asciiMarkers: [Character] = ["o", "x", "^", "v", "#", "%", "*", "+", "@", "&"]

  /// Points in the plane; each class has its marker, and a cell shows the class that most of its points have.
  func lines(_ scatter: Scatter, width: Int) -> [TextLine] {
    let columns = max(min(width - 2, 72), 8)
    let rows = max(min(columns / 3, 20), 4)
    var canvas = DotCanvas(columns: columns, rows: rows, glyphs: style.glyphs)
    var (x, y) = (Extent(scatter.points.map(\.x)), Extent(scatter.points.map(\.y)))
    if scatter.isSquare {
      x = Extent([x.low, x.high, y.low, y.high])
      y = x
      canvas.line(from: (0, canvas.height - 1), to: (canvas.width - 1, 0), dashed: true, .soft)
    }
    if scatter.isConnected {
      let places = scatter.points.map {
        (x: x.place($0.x, of: canvas.width), y: canvas.height - 1 - y.place($0.y, of: canvas.height))
      }
      for (a, b) in zip(places, places.dropFirst()) {
        canvas.line(from: a, to: b, dashed: false, .hue(scatter.caption.hue))
      }
    }
    var counts: [Int: [Int: Int]] = [:]
    for point in scatter.points where point.x.isFinite && point.y.isFinite {
      let column = x.place(point.x, of: canvas.width)
      let row = canvas.height - 1 - y.place(point.y, of: canvas.height)
      canvas.set(column, row, .hue(scatter.caption.hue))
      counts[row / 4 * columns + column / 2, default: [:]][point.group, default: 0] += 1
    }
    if scatter.classes.count > 1 {
      for (cell, groups) in counts {
        let most = groups.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let group = most?.key else { continue }
        canvas.mark(cell % columns * 2, cell / columns * 4, marker(group), look(group))
      }
    }
    let side = line("│", .soft)
    return captioned(
      scatter.caption,
      legend(scatter) + canvas.lines.prefixed(side) + [
        line("└" + String(repeating: "─", count: columns), .soft)
      ]
        + wrapped(axes(scatter, x, y), .soft, width: width), width: width)
  }

  private func legend(_ scatter: Scatter) -> [TextLine] {
    guard scatter.classes.count > 1 else { return [] }
    let entries = scatter.classes.enumerated().flatMap { group, name in
      [TextRun(text: "\(marker(group))", look: look(group)), run("\u{a0}" + name + "   ")]
    }
    return TextWrap(columns: style.width).lines(entries)
  }

  private func axes(_ scatter: Scatter, _ x: Extent, _ y: Extent) -> String {
    let names = scatter.axes + ["x", "y"].dropFirst(scatter.axes.count)
    return "\(names[0]) → \(x.text), \(names[1]) ↑ \(y.text)"
  }

  private func marker(_ group: Int) -> Character {
    let markers = style.glyphs == .unicode ? Self.markers : Self.asciiMarkers
    return markers[max(group, 0) % markers.count]
  }

  private func look(_ group: Int) -> TextLook { .hue(Hue.allCases[max(group, 0) % Hue.allCases.count]) }
}

/// The range of some numbers.
private struct Extent {
  let low: Double
  let high: Double

  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    low = finite.min() ?? 0
    high = finite.max() ?? 0
  }

  /// The place of `value` among `count`.
  func place(_ value: Double, of count: Int) -> Int {
    high > low ? Int(((value - low) / (high - low) * Double(count - 1)).rounded()) : count / 2
  }

  /// Both ends.
  var text: String { "\(Scatter.text(low)) … \(Scatter.text(high))" }
}
