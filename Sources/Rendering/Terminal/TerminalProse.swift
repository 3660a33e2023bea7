import enum Lessons.FormulaText
import Views

extension TerminalRenderer {
  /// The title, its badges, the sentence under it, and what was checked.
  func lines(_ cover: Cover) -> [TextLine] {
    let badges = (cover.badges + ["\(cover.minutes) min"]).joined(separator: " · ")
    let checked =
      !cover.settings.isEmpty
      ? "with \(cover.settings.joined(separator: ", ")): claims not checked · seed \(cover.seed)"
      : cover.claims.isEmpty
        ? "seed \(cover.seed)"
        : "✓ \(cover.claims.count) \(cover.claims.count == 1 ? "claim" : "claims") checked against this run · seed \(cover.seed)"
    return wrapped(badges, .soft, width: style.width) + wrapped(cover.title, .bold, width: style.width)
      + [line(String(repeating: "━", count: min(style.width, Self.measure)), .soft)]
      + wrapped(cover.summary, width: style.width) + wrapped(checked, .soft, width: style.width) + [
        .empty, .empty,
      ]
  }

  /// `text` as runs, each in `look` or what its kind makes of it;
  /// a claim's mark stays with the word before it.
  func runs(_ text: [Inline], _ look: TextLook = .plain) -> [TextRun] {
    text.indices.flatMap { place -> [TextRun] in
      if case .text(let words) = text[place], words.hasSuffix(" "), place + 1 < text.count,
        case .claim = text[place + 1]
      {
        return [run(words.dropLast() + "\u{a0}", look)]
      }
      return runs(text[place], look)
    }
  }

  private func runs(_ inline: Inline, _ look: TextLook) -> [TextRun] {
    switch inline {
    case .text(let text): [run(text, look)]
    case .emphasis(let text): runs(text, look.with { $0.isItalic = true })
    case .strong(let text): runs(text, look.with { $0.isBold = true })
    case .strikethrough(let text): runs(text, look.with { $0.isStruck = true })
    case .code(let text): [run("`\(text)`", look)]
    case .link(let destination, let text):
      runs(text, look.with { $0.isUnderlined = true }) + address(destination, text)
    case .lineBreak: [TextRun(text: "\n", look: look)]
    case .value(let text, _): [run(text, look.with { $0.isBold = true })]
    case .claim: [run(style.glyphs == .unicode ? "✓" : "[ok]", look.with { $0.ink = .good })]
    case .formula(let latex):
      [run(Self.inOnePiece(FormulaText.text(of: latex)), look.with { $0.isItalic = true })]
    case .symbol(let name, let index): [run(FormulaText.text(of: "\(name)_{\(index)}"), look)]
    }
  }

  /// A short formula is not broken at the end of a line.
  private static func inOnePiece(_ formula: String) -> String {
    formula.count > 12 ? formula : formula.replacing(" ", with: "\u{a0}")
  }

  /// Where a link goes, after its text; nothing for places in the page or where the text says it.
  private func address(_ destination: String, _ text: [Inline]) -> [TextRun] {
    text == [.text(destination)] || destination.hasPrefix("#") ? [] : [run(" (\(destination))", .soft)]
  }

  /// A paragraph in lines of at most the measure.
  func prose(_ text: [Inline], _ look: TextLook = .plain, width: Int) -> [TextLine] {
    TextWrap(columns: max(min(width, Self.measure), 1)).lines(runs(text, look))
  }

  func heading(_ level: Int, _ text: [Inline], width: Int) -> [TextLine] {
    let title = prose(text, .bold, width: width)
    return level > 2 ? title : title + [line(String(repeating: "─", count: title.width), .soft)]
  }

  func list(_ start: Int?, _ items: [[Block]], width: Int) -> [TextLine] {
    let marks = items.indices.map { index in start.map { "\($0 + index). " } ?? "• " }
    let indent = marks.map { line($0).width }.max() ?? 0
    return zip(marks, items).flatMap { mark, blocks in
      tight(blocks, width: width - indent).prefixed(
        line(mark, .soft).padded(to: indent, .trailing), .blank(indent))
    }
  }

  /// Blocks of a list item: without a blank line where a list follows its text.
  private func tight(_ blocks: [Block], width: Int) -> [TextLine] {
    guard blocks.count == 2, case .list = blocks[1] else { return lines(blocks, width: width) }
    return lines(blocks[0], width: width) + lines(blocks[1], width: width)
  }

  /// Lines after a bar, in `look`.
  func barred(_ lines: [TextLine], _ look: TextLook) -> [TextLine] { lines.prefixed(line("▎ ", look)) }

  /// Source text, its lines as they are however wide the terminal is: what is copied must still run.
  func code(_ text: String) -> [TextLine] {
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return body.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0).replacingTabs()) }
  }

  func formula(_ latex: String, width: Int) -> [TextLine] {
    let columns = max(width - 4, 1)
    let whole = FormulaText.text(of: latex)
    let rows =
      line(whole).width > columns && !whole.contains("\n")
      ? FormulaText.parts(of: latex) : whole.split(separator: "\n").map(String.init)
    return rows.flatMap { row in
      TextWrap(columns: columns).lines([run(row, TextLook(isItalic: true))]).prefixed(.blank(4))
    }
  }

  func lines(_ note: Note, width: Int) -> [TextLine] {
    let look: TextLook = note.kind == .remark ? .soft : .hue(.schedule)
    let title =
      note.title.isEmpty ? [] : wrapped(note.title, look.with { $0.isBold = true }, width: width - 2)
    return barred(title + lines(note.blocks, width: width - 2), look)
  }

  func disclosure(_ summary: [Inline], _ blocks: [Block], width: Int) -> [TextLine] {
    TextWrap(columns: max(width - 2, 1)).lines(runs(summary, .bold)).prefixed(line("▾ ", .soft), .blank(2))
      + lines(blocks, width: width - 2).prefixed(.blank(2))
  }

  /// A figure under its name, with the sentence that reads it.
  func captioned(_ caption: Caption, _ figure: [TextLine], width: Int) -> [TextLine] {
    wrapped(caption.name, .hue(caption.hue, bold: true), width: width) + figure
      + (caption.reading.isEmpty ? [] : wrapped(caption.reading, .soft, width: width))
  }
}

extension String {
  /// The text with tabs as spaces up to the next multiple of four columns.
  func replacingTabs() -> String {
    reduce(into: "") { text, character in
      text += character == "\t" ? String(repeating: " ", count: 4 - text.count % 4) : String(character)
    }
  }
}
