extension Inline {
  /// What it holds, itself first.
  var all: [Inline] {
    switch self {
    case .emphasis(let children), .strong(let children), .strikethrough(let children), .link(_, let children):
      [self] + children.flatMap(\.all)
    default: [self]
    }
  }
}

extension [Inline] {
  /// The words alone: formulas as readable text, values as their expressions, claims left out.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .math(let source): FormulaText.text(of: source)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children):
        children.plainText
      case .lineBreak: " "
      case .value(let value): value.text
      case .claim: ""
      }
    }.joined().trimmingSpaces
  }

  /// Every value in it, in order.
  public var values: [Inline.Value] {
    flatMap(\.all).compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  /// Every claim in it, in order.
  public var claims: [Inline.Claim] {
    flatMap(\.all).compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
  }
}

extension Block {
  /// Every run of text in it, in order.
  var inlines: [Inline] {
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines): inlines
    case .list(let list): list.items.flatMap { $0.blocks.inlines }
    case .quote(let blocks): blocks.inlines
    case .table(let table): (table.header + table.rows.flatMap(\.cells)).flatMap { $0 }
    case .code, .math, .rule: []
    }
  }
}

extension [Block] {
  /// Every run of text in them, in order.
  public var inlines: [Inline] { flatMap(\.inlines) }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmingSpaces: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
