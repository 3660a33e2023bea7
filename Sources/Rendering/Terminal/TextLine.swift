import Views

/// A run of text with one look. Its text is clean: ``TextCleaner`` made it.
struct TextRun: Sendable, Equatable {
  var text: String
  var look: TextLook
}

/// One line of a terminal.
struct TextLine: Sendable, Equatable {
  private(set) var runs: [TextRun] = []
  /// Columns.
  private(set) var width = 0

  static let empty = TextLine()

  /// A line of `runs`, neighbours of one look joined.
  init(_ runs: [TextRun] = []) {
    for run in runs { append(run) }
  }

  /// `count` blank columns.
  static func blank(_ count: Int, look: TextLook = .plain) -> TextLine {
    TextLine([TextRun(text: String(repeating: " ", count: max(count, 0)), look: look)])
  }

  /// Puts `run` at the end.
  mutating func append(_ run: TextRun) {
    guard !run.text.isEmpty else { return }
    width += run.text.columns
    if let last = runs.last, last.look == run.look {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  static func + (left: TextLine, right: TextLine) -> TextLine {
    var line = left
    for run in right.runs { line.append(run) }
    return line
  }

  static func += (left: inout TextLine, right: TextLine) { left = left + right }

  /// Where a line stands in a wider space.
  enum Alignment { case leading, center, trailing }

  /// The line in `columns` columns; unchanged if it is wider.
  func padded(to columns: Int, _ alignment: Alignment = .leading, look: TextLook = .plain) -> TextLine {
    let space = max(columns - width, 0)
    let before =
      switch alignment {
      case .leading: 0
      case .center: space / 2
      case .trailing: space
      }
    return .blank(before, look: look) + self + .blank(space - before, look: look)
  }

  /// The line with `change` made to the look of every run.
  func mapLook(_ change: (inout TextLook) -> Void) -> TextLine {
    TextLine(runs.map { TextRun(text: $0.text, look: $0.look.with(change)) })
  }

  /// The line as it is written, without blanks at its end.
  func encoded(_ depth: TerminalStyle.ColorDepth) -> String {
    var rest = runs
    while let last = rest.last, last.look.ground == nil || depth == .none {
      let text = last.text.prefix(last.text.count - last.text.reversed().prefix { $0 == " " }.count)
      rest.removeLast()
      guard text.isEmpty else {
        rest.append(TextRun(text: String(text), look: last.look))
        break
      }
    }
    return rest.reduce(into: "") { text, run in
      let escape = run.look.escape(depth)
      text += escape.isEmpty ? run.text : escape + run.text + "\u{1b}[0m"
    }
  }
}

extension [TextLine] {
  /// The lines, each after `first` (the first one) or `rest`.
  func prefixed(_ first: TextLine, _ rest: TextLine) -> [TextLine] {
    enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
  }

  /// The lines, each after `prefix`.
  func prefixed(_ prefix: TextLine) -> [TextLine] { map { prefix + $0 } }

  /// The columns of the widest line.
  var width: Int { map(\.width).max() ?? 0 }
}
