import Views

/// Writes the views of a lesson as text for a terminal.
///
/// Every line fits the style's width, but for code, which is never broken.
/// Nothing in a lesson can write a control sequence: all text passes ``TextCleaner``.
public struct TerminalRenderer: Sendable {
  /// What the terminal can show.
  public var style: TerminalStyle
  /// How the reader named the lesson, for the commands that the text suggests.
  public var lesson: String
  /// Whether questions are those of the challenge, which another command asks.
  private(set) var isChallenge = false

  /// A renderer for `style`; `lesson` is the path that suggested commands name.
  public init(_ style: TerminalStyle, lesson: String = "LESSON") {
    self.style = style
    self.lesson = lesson
  }

  /// The view `document` under its lesson's cover, or of it the stage `stage` alone.
  public func text(_ cover: Cover, _ document: Document, stage: Hue? = nil) -> String {
    guard let stage else {
      var renderer = self
      renderer.isChallenge = document.name == "challenge"
      return encoded(lines(cover) + renderer.lines(document.blocks, width: style.width))
    }
    let stages = document.blocks.compactMap { if case .stages(let stages) = $0 { stages } else { nil } }
      .joined()
    return encoded(stages.filter { $0.hue == stage }.flatMap { opened($0, width: style.width) })
  }

  /// `blocks` alone.
  public func text(_ blocks: [Block]) -> String { encoded(lines(blocks, width: style.width)) }

  /// Prose is not set wider than this; figures are.
  static let measure = 76
  /// Figures are not set wider than this.
  static let widestFigure = 110

  /// The lines of `blocks` with a blank line between each two.
  func lines(_ blocks: [Block], width: Int) -> [TextLine] {
    var result: [TextLine] = []
    var rest = blocks[...]
    while let block = rest.first {
      let pictures = rest.prefix { $0.picture != nil }.compactMap(\.picture)
      rest = rest.dropFirst(max(pictures.count, 1))
      let part =
        pictures.count > 1
        ? sideBySide(pictures, width: min(width, Self.widestFigure)) : lines(block, width: width)
      guard !part.isEmpty else { continue }
      if !result.isEmpty { result.append(.empty) }
      if case .heading(2, _, _) = block, !result.isEmpty { result.append(.empty) }
      result += part
    }
    return result
  }

  /// The lines of one block, in `width` columns.
  func lines(_ block: Block, width: Int) -> [TextLine] {
    let figure = min(width, Self.widestFigure)
    return switch block {
    case .heading(let level, let text, _): heading(level, text, width: width)
    case .paragraph(let text): prose(text, width: width)
    case .list(let start, let items): list(start, items, width: width)
    case .quote(let blocks): barred(lines(blocks, width: width - 2), .soft)
    case .code(_, let text): code(text).prefixed(.blank(4))
    case .formula(let latex): formula(latex, width: width)
    case .table(let table): lines(table, width: figure)
    case .tensor(let tensor): lines(tensor, width: figure)
    case .chart(let chart): lines(chart, width: figure)
    case .histogram(let histogram): lines(histogram, width: figure)
    case .bars(let bars): captioned(bars.caption, lines(bars, width: figure), width: figure)
    case .scatter(let scatter): lines(scatter, width: figure)
    case .graph(let graph): captioned(graph.caption, lines(graph, width: figure), width: figure)
    case .image(let pixels): captioned(pixels.caption, lines(pixels, width: figure), width: figure)
    case .question(let question): lines(question, width: width)
    case .cards(let cards): lines(cards, width: width)
    case .goals(let goals): lines(goals, width: figure)
    case .script(let script): code(script.text)
    case .note(let note): lines(note, width: width)
    case .stages(let stages): lines(stages, width: width)
    case .steps(let steps): lines(steps, width: width)
    case .controls(let controls): lines(controls.table, width: figure)
    case .disclosure(let summary, let blocks): disclosure(summary, blocks, width: width)
    }
  }

  /// A run of clean text.
  func run(_ text: String, _ look: TextLook = .plain) -> TextRun {
    TextRun(text: TextCleaner(style.glyphs).clean(text), look: look)
  }

  /// A line of one run.
  func line(_ text: String, _ look: TextLook = .plain) -> TextLine { TextLine([run(text, look)]) }

  /// Plain text in lines of at most `width` columns, and of the measure of prose.
  func wrapped(_ text: String, _ look: TextLook = .plain, width: Int) -> [TextLine] {
    TextWrap(columns: max(min(width, Self.measure), 1)).lines([run(text, look)])
  }

  func encoded(_ lines: [TextLine]) -> String {
    lines.map { $0.encoded(style.color) + "\n" }.joined()
  }
}

extension Block {
  /// The picture that the block is; nil where it is none.
  fileprivate var picture: Pixels? { if case .image(let pixels) = self { pixels } else { nil } }
}
