/// A plane of dots, two by four to a character: braille patterns where the terminal has
/// them, else one character a cell.
struct DotCanvas {
  let columns: Int
  let rows: Int
  private let glyphs: TerminalStyle.Glyphs
  private var dots: [UInt8]
  private var looks: [TextLook]
  private var marks: [Character?]
  /// What stands in a column of cells wherever nothing is drawn.
  private var rule: (column: Int, character: Character, look: TextLook)?

  /// Dots from left to right, and from top to bottom.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  init(columns: Int, rows: Int, glyphs: TerminalStyle.Glyphs) {
    self.columns = columns
    self.rows = rows
    self.glyphs = glyphs
    dots = Array(repeating: 0, count: columns * rows)
    looks = Array(repeating: .plain, count: columns * rows)
    marks = Array(repeating: nil, count: columns * rows)
  }

  /// The bit of a dot in its character, by row and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets the dot `x` from the left, `y` from the top; outside nothing happens.
  mutating func set(_ x: Int, _ y: Int, _ look: TextLook) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let cell = y / 4 * columns + x / 2
    dots[cell] |= Self.bits[y % 4][x % 2]
    looks[cell] = look
  }

  /// Puts a character over the cell of the dot `x`, `y`.
  mutating func mark(_ x: Int, _ y: Int, _ character: Character, _ look: TextLook) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    marks[y / 4 * columns + x / 2] = character
    looks[y / 4 * columns + x / 2] = look
  }

  /// Stands `character` into the column of the dot `x`, behind all that is drawn.
  mutating func rule(at x: Int, _ character: Character, _ look: TextLook) { rule = (x / 2, character, look) }

  /// A line between two dots; a dashed one sets three of six.
  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int), dashed: Bool, _ look: TextLook) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = a.x + Int((Double(b.x - a.x) * share).rounded())
      let y = a.y + Int((Double(b.y - a.y) * share).rounded())
      if !dashed || x % 6 < 3 { set(x, y, look) }
    }
  }

  /// The rows from top to bottom.
  var lines: [TextLine] {
    (0..<rows).map { row in
      TextLine(
        (row * columns..<(row + 1) * columns).map { cell in
          if let rule, cell % columns == rule.column, dots[cell] == 0, marks[cell] == nil {
            return TextRun(text: String(rule.character), look: rule.look)
          }
          return TextRun(text: String(marks[cell] ?? pattern(dots[cell])), look: looks[cell])
        })
    }
  }

  private func pattern(_ bits: UInt8) -> Character {
    guard bits != 0 else { return " " }
    guard glyphs == .unicode else { return bits & 0xe4 == 0 ? "'" : bits & 0x1b == 0 ? "." : ":" }
    return Unicode.Scalar(0x2800 + UInt32(bits)).map { Character($0) } ?? " "
  }
}
