import Lessons

/// An author's prose as parts of a view, with the run's values put in.
struct Prose {
  let checked: Checked
  /// The view's name: it begins the headings' anchors.
  let view: String
  /// How many levels headings go down, so that they stand below what holds the prose.
  var lowered = 0
  /// Whether claims are shown as they are written, because the run need not bear them out.
  var statesClaims = false

  /// `blocks` with their values.
  func blocks(_ blocks: [Lessons.Block]) -> [Block] { blocks.compactMap(block) }

  /// `inlines` with their values.
  func inlines(_ inlines: [Lessons.Inline]) -> [Inline] { inlines.map(inline) }

  /// The words of `inlines` alone, with their values.
  func plain(_ inlines: [Lessons.Inline]) -> String { self.inlines(inlines).plain }

  private func block(_ block: Lessons.Block) -> Block? {
    switch block.content {
    case .paragraph(let text): .paragraph(inlines(text))
    case .heading(let level, let text):
      .heading(
        level: min(level + lowered, 4), text: inlines(text), anchor: "\(view)-\(Anchor.slug(plain(text)))")
    case .list(let list): .list(start: list.start, items: list.items.map { blocks($0.blocks) })
    case .quote(let quoted): .quote(blocks(quoted))
    case .code(let language, let text): .code(language: language, text: text)
    case .table(let table): .table(self.table(table))
    case .math(let source): .formula(source)
    case .rule: nil
    }
  }

  private func table(_ table: Lessons.Block.Table) -> Table {
    Table(
      columns: zip(table.header, table.alignments).map { .init(inlines($0), isNumeric: $1 == .right) },
      rows: table.rows.map { .init($0.cells.map(inlines)) })
  }

  private func inline(_ inline: Lessons.Inline) -> Inline {
    switch inline {
    case .text(let text): .text(text)
    case .emphasis(let text): .emphasis(inlines(text))
    case .strong(let text): .strong(inlines(text))
    case .strikethrough(let text): .strikethrough(inlines(text))
    case .code(let text): .code(text)
    case .link(let destination, let text): .link(destination: destination, text: inlines(text))
    case .lineBreak: .lineBreak
    case .math(let source): .formula(source)
    case .value(let value): .value(text: Numeral.typographic(checked.text(of: value)), expression: value.text)
    // What a lesson claims of its own run is not said of another.
    case .claim where !checked.settings.isEmpty: .text("")
    case .claim(let claim): statesClaims ? .code(claim.text) : .claim(expression: claim.text)
    }
  }
}

extension [Inline] {
  /// The words alone, formulas as readable text.
  public var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .value(let text, _): text
      case .formula(let source): FormulaText.text(of: source)
      case .emphasis(let text), .strong(let text), .strikethrough(let text), .link(_, let text): text.plain
      case .lineBreak: " "
      case .claim: ""
      case .symbol(let name, let index): FormulaText.text(of: "\(name)_{\(index)}")
      }
    }.joined()
  }
}
