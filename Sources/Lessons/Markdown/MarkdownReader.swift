/// Reads a lesson's Markdown into blocks with their places in the source.
///
/// Raw HTML is shown as the text it is, so that a lesson can bring no markup of
/// its own; comments are left out.
struct MarkdownReader {
  let source: Source
  private let mask: MathMask
  var spans: CodeSpans

  /// How deep quotes, lists and emphasis may nest.
  static let deepest = 40

  /// Reads `source`, whose first `hidden` lines are front matter.
  static func read(_ source: Source, hidden: Int, _ diagnostics: inout Diagnostics) -> [Block] {
    var bytes = source.bytes
    for index in 0..<min(source.lineRange(hidden + 1).lower, bytes.count) where bytes[index] != 10 {
      bytes[index] = 32
    }
    guard let plain = CMarkDocument(bytes) else { return [] }
    let mask = MathMask(bytes, source: source, skipped: codeLines(plain.root))
    guard let document = CMarkDocument(mask.masked) else { return [] }
    mask.check(source, &diagnostics)
    var reader = MarkdownReader(source: source, mask: mask, spans: CodeSpans(mask.masked))
    return reader.blocks(of: document.root, depth: 0, &diagnostics)
  }

  private static func codeLines(_ root: CMarkNode) -> Set<Int> {
    var lines: Set<Int> = []
    var open = [(root, 0)]
    while let (node, depth) = open.popLast() {
      if ["code_block", "html_block"].contains(node.type) && node.firstLine <= node.lastLine {
        lines.formUnion(node.firstLine...node.lastLine)
      } else if depth < deepest {
        open += node.children.map { ($0, depth + 1) }
      }
    }
    return lines
  }

  /// The source that `node` spans, whole lines but for the start of the first.
  func range(_ node: CMarkNode) -> SourceRange {
    let first = source.lineRange(node.firstLine)
    let last = source.lineRange(max(node.firstLine, node.lastLine))
    return SourceRange(min(first.lower + max(0, node.firstColumn - 1), first.upper), last.upper)
  }

  private mutating func blocks(
    of node: CMarkNode, depth: Int, _ diagnostics: inout Diagnostics
  ) -> [Block] {
    guard depth < Self.deepest else {
      diagnostics.report(
        .tooLong, "lists and quotes nest deeper than \(Self.deepest) levels", at: range(node))
      return []
    }
    return node.children.compactMap { block($0, depth: depth, &diagnostics) }
  }

  private mutating func block(
    _ node: CMarkNode, depth: Int, _ diagnostics: inout Diagnostics
  ) -> Block? {
    let range = range(node)
    let content: Block.Content
    switch node.type {
    case "paragraph":
      let inlines = inlines(of: node, within: range, depth: depth, &diagnostics)
      guard !inlines.isEmpty else { return nil }
      content = display(inlines, within: range).map { .math($0) } ?? .paragraph(inlines)
    case "heading":
      content = .heading(level: node.level, inlines(of: node, within: range, depth: depth, &diagnostics))
    case "list":
      content = .list(
        Block.List(
          start: node.listStart,
          items: node.children.map { item in
            Block.Item(
              isChecked: item.isChecked, blocks: blocks(of: item, depth: depth + 1, &diagnostics),
              range: self.range(item))
          }))
    case "block_quote": content = .quote(blocks(of: node, depth: depth + 1, &diagnostics))
    case "code_block":
      checkFence(node, range, &diagnostics)
      content = .code(language: node.info, text: node.literal)
    case "html_block":
      let text = node.literal.withoutComments.trimmingSpaces
      guard !text.isEmpty else { return nil }
      content = .paragraph([.text(text)])
    case "table": content = .table(table(node, depth: depth, &diagnostics))
    case "thematic_break": content = .rule
    default: return nil
    }
    return Block(content: content, range: range)
  }

  private mutating func table(
    _ node: CMarkNode, depth: Int, _ diagnostics: inout Diagnostics
  ) -> Block.Table {
    let count = node.alignments.count
    var rows = node.children.map { row in
      let range = range(row)
      checkCells(of: range, count: count, &diagnostics)
      return Block.Table.Row(
        cells: row.children.map { inlines(of: $0, within: range, depth: depth, &diagnostics) }, range: range)
    }
    let header = rows.isEmpty ? [] : rows.removeFirst().cells
    return Block.Table(alignments: node.alignments, header: header, rows: rows)
  }

  /// Reports a row with more cells than the header: Markdown drops them without a word.
  private func checkCells(of row: SourceRange, count: Int, _ diagnostics: inout Diagnostics) {
    var letters = source.bytes[row.lower..<row.upper]
    let isEdge = { (byte: UInt8) in byte == 32 || byte == 9 || byte == UInt8(ascii: ">") }
    letters = letters.drop(while: isEdge)
    while let last = letters.last, isEdge(last) { letters.removeLast() }
    let bar = UInt8(ascii: "|")
    let bars = letters.indices.filter {
      letters[$0] == bar && ($0 == letters.startIndex || letters[$0 - 1] != UInt8(ascii: "\\"))
    }
    let edges = (letters.first == bar ? 1 : 0) + (bars.count > 1 && bars.last == letters.indices.last ? 1 : 0)
    guard bars.count - edges + 1 > count else { return }
    diagnostics.report(
      .tableRow, "the row has \(bars.count - edges + 1) cells, and the header \(count)", at: row,
      helps: ["a bar within a cell is written \\|, in a code span too"])
  }

  /// The formula of a paragraph that is one formula between `$$`.
  private func display(_ inlines: [Inline], within range: SourceRange) -> String? {
    guard inlines.count == 1, case .math(let formula) = inlines[0] else { return nil }
    let text = source.text(range).trimmingSpaces
    return text.hasPrefix("$$") || text.hasPrefix("> $$") ? formula : nil
  }

  /// What the formula whose inside begins at `lower` says; nil when none does.
  func formula(at lower: Int) -> String? {
    mask.formulas[lower].map { source.text(SourceRange(lower, $0.upper)).trimmingSpaces }
  }

  private func checkFence(_ node: CMarkNode, _ range: SourceRange, _ diagnostics: inout Diagnostics) {
    guard let fence = node.fence else { return }
    let last = source.bytes[source.lineRange(node.lastLine).lower..<range.upper]
    let closing = last.drop { $0 == 32 || $0 == UInt8(ascii: ">") }.reversed().drop { $0 == 32 }
    let isClosed =
      node.lastLine > node.firstLine && closing.count >= fence.length
      && closing.allSatisfy { $0 == fence.character }
    let marks = String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
    let other = source.reopening(of: marks, from: node.firstLine, through: node.lastLine)
    guard !isClosed || other != nil else { return }
    diagnostics.report(
      .unclosedFence, "the fenced block is not closed",
      at: SourceRange(range.lower, source.lineRange(node.firstLine).upper),
      label: other == nil ? "everything from here on would be code" : "",
      notes: other.map { ["line \($0) opens another block before this one ends"] } ?? [],
      helps: ["end the block with a line \(marks)"])
  }
}

extension Source {
  /// The first line within a fenced block that looks as if it opened another one: `marks` and an info string.
  func reopening(of marks: String, from first: Int, through last: Int) -> Int? {
    guard first + 1 < last else { return nil }
    return (first + 1..<last).first { line in
      let text = text(lineRange(line)).trimmingSpaces
      return text.hasPrefix(marks) && text.contains { !marks.contains($0) }
    }
  }
}

extension String {
  /// Without HTML's comments.
  fileprivate var withoutComments: String {
    var text = self[...]
    var kept = ""
    while let start = text.range(of: "<!--") {
      kept += text[..<start.lowerBound]
      guard let end = text[start.upperBound...].range(of: "-->") else { return kept }
      text = text[end.upperBound...]
    }
    return kept + text
  }
}

extension Substring {
  /// The first place where `part` stands.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
