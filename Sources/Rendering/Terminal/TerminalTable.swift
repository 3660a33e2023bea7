import Views

extension TerminalRenderer {
  /// Columns between two of a table.
  private static let gap = 3
  /// Prose in a table is not squeezed below this.
  private static let narrowestProse = 12

  /// A table under rules, in the manner of books: numbers stand right and whole, prose wraps.
  ///
  /// Where the numbers alone are too wide, each row becomes a list of its cells.
  func lines(_ table: Table, width: Int) -> [TextLine] {
    let caption = table.caption.map { wrapped($0, .hue(table.hue, bold: true), width: width) } ?? []
    guard let widths = columnWidths(table, width: width - 2) else {
      return caption + records(table, width: width)
    }
    let total = widths.reduce(0, +) + Self.gap * (widths.count - 1) + 2
    let rule = line(String(repeating: "─", count: total), table.hue.map { .hue($0) } ?? .soft)
    let head = row(table.columns.map(\.title), table, widths, look: .bold).prefixed(.blank(2))
    let body = table.rows.flatMap { row in
      let look = TextLook(isBold: row.isMarked)
      let mark = row.isMarked ? line("▸ ", .hue(table.hue, bold: true)) : .blank(2)
      return self.row(row.cells, table, widths, look: look).prefixed(mark, .blank(2))
    }
    return caption + head + [rule] + body + [rule]
  }

  /// The columns' widths within `width`; nil where they do not fit.
  private func columnWidths(_ table: Table, width: Int) -> [Int]? {
    let natural = table.columns.indices.map { column in
      ([table.columns[column].title]
        + table.rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil })
        .map { cell in TextWrap(columns: .max).lines(runs(cell)).width }.max() ?? 0
    }
    let least = zip(table.columns, natural).map { column, natural in
      column.isNumeric ? natural : min(natural, Self.narrowestProse)
    }
    var space = width - Self.gap * (natural.count - 1) - least.reduce(0, +)
    guard space >= 0 else { return nil }
    var widths = least
    while space > 0,
      let column = widths.indices.filter({ widths[$0] < natural[$0] }).min(by: { widths[$0] < widths[$1] })
    {
      widths[column] += 1
      space -= 1
    }
    return widths
  }

  private func row(_ cells: [[Inline]], _ table: Table, _ widths: [Int], look: TextLook) -> [TextLine] {
    let wrapped = zip(cells, widths).map { cell, width in
      TextWrap(columns: max(width, 1)).lines(runs(cell, look))
    }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { index in
      wrapped.indices.reduce(into: .empty) { line, column in
        let cell = index < wrapped[column].count ? wrapped[column][index] : .empty
        line += column == 0 ? .empty : .blank(Self.gap)
        line += cell.padded(to: widths[column], table.columns[column].isNumeric ? .trailing : .leading)
      }
    }
  }

  /// The rows one after another, a cell a line under its column's title.
  private func records(_ table: Table, width: Int) -> [TextLine] {
    let titles = table.columns.map {
      TextWrap(columns: max(width / 2, 1)).lines(runs($0.title, .soft)).first ?? .empty
    }
    let indent = titles.width + 2
    return table.rows.enumerated().flatMap { index, row in
      (index == 0 ? [] : [.empty])
        + zip(titles, row.cells).flatMap { title, cell in
          TextWrap(columns: max(width - indent, 1)).lines(runs(cell, TextLook(isBold: row.isMarked)))
            .prefixed(title.padded(to: indent), .blank(indent))
        }
    }
  }
}
