/// What a path draws, its `d`, in whole units and few bytes.
///
/// Places are whole before their distances are taken, so that nothing drifts. A command that is repeated is said
/// once, and a sign parts numbers as well as a blank does: `m0 402l53 545 52-90`.
struct SVGPath {
  private(set) var data = ""
  private var at = (x: 0, y: 0)
  private var last: Character?

  /// Goes to a place without drawing; a path's first place is told from the picture's origin.
  mutating func move(to x: Int, _ y: Int) {
    // Numbers that follow those of a move without its letter are a line.
    last = nil
    let (near, far) = (said("m", x - at.x, y - at.y), said("M", x, y))
    if far.count < near.count { append("M", far, x, y) } else { append("m", near, x, y) }
  }

  /// A line to a place.
  mutating func line(to x: Int, _ y: Int) { append("l", said("l", x - at.x, y - at.y), x, y) }

  /// A level line.
  mutating func across(to x: Int) { append("h", said("h", x - at.x), x, at.y) }

  /// An upright line.
  mutating func down(to y: Int) { append("v", said("v", y - at.y), at.x, y) }

  /// What is drawn at a place.
  mutating func draw(_ mark: Mark, at x: Int, _ y: Int) {
    move(to: x, y)
    data += mark.data
    (at, last) = ((x + mark.end.x, y + mark.end.y), nil)
  }

  /// What is drawn around a place, and how far from there it ends.
  struct Mark {
    let data: String
    let end: (x: Int, y: Int)

    /// A stroke of no length: its ends are drawn.
    static let dot = Mark(data: "z", end: (0, 0))
    static let cross = Mark(data: "m-25-25l50 50m0-50l-50 50", end: (-25, 25))
    static let square = Mark(data: "m-20-20h40v40h-40z", end: (-20, -20))
    static let triangle = Mark(data: "m0-30l30 50h-60z", end: (0, -30))
    static let plus = Mark(data: "m-30 0h60m-30-30v60", end: (0, 30))
  }

  private mutating func append(_ command: Character, _ text: String, _ x: Int, _ y: Int) {
    data += text
    (at, last) = ((x, y), command)
  }

  private func said(_ command: Character, _ numbers: Int...) -> String {
    var text = command == last ? "" : String(command)
    for number in numbers {
      if number >= 0 && (text.last ?? "0").isNumber { text += " " }
      text += String(number)
    }
    return text
  }
}

extension HTML.Interpolation {
  /// What a path draws.
  mutating func appendInterpolation(_ path: SVGPath) { appendInterpolation(path.data) }
}
