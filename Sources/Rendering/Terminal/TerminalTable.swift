import Views

extension TerminalRenderer {
  /// A table under rules, in the manner of books: numbers stand right and whole, prose wraps.
  ///
  /// Where prose would be squeezed, the longest of it stands under its row; where the numbers alone are
  /// too wide, each row becomes a list of its cells.
  func lines(_ table: Table, width: Int) -> [TextLine] {
    let caption = table.caption.map { wrapped($0, .hue(table.hue, bold: true), width: width) } ?? []
    let layout = TableLayout(table, self)
    if let widths = layout.widths(within: width - 2) {
      return caption + ruled(table, widths, layout, notes: nil, width: width)
    }
    if let longest = layout.longest {
      let layout = TableLayout(table.without(column: longest), self)
      if let widths = layout.widths(within: width - 2) ?? layout.widths(within: width - 2, prose: 16) {
        return caption + ruled(table, widths, layout, notes: longest, width: width)
      }
    }
    if let widths = layout.widths(within: width - 2, prose: 10) {
      return caption + ruled(table, widths, layout, notes: nil, width: width)
    }
    return caption + records(table, width: width)
  }

  /// The columns that have `widths`, between rules; the cells of the column `notes` under their rows.
  private func ruled(
    _ table: Table, _ widths: [Int], _ layout: TableLayout, notes: Int?, width: Int
  ) -> [TextLine] {
    let look = table.hue.map { TextLook.hue($0) } ?? .soft
    let total = widths.reduce(0, +) + TableLayout.gap * (widths.count - 1) + 2
    let ruled = notes == nil ? total : max(total, min(width, Self.measure))
    let rule = line(String(repeating: "─", count: ruled), look)
    // Notes stand under the second column, or a little in where that is far to the right.
    let second = (widths.first ?? 0) + TableLayout.gap + 2
    let indent = second <= Self.measure / 3 ? second : 6
    func note(_ cells: [[Inline]], _ look: TextLook) -> [TextLine] {
      guard let notes, notes < cells.count else { return [] }
      return prose(cells[notes], look, width: width - indent).prefixed(.blank(indent))
    }
    func others(_ cells: [[Inline]]) -> [[Inline]] {
      cells.indices.filter { $0 != notes }.map { cells[$0] }
    }
    let titles = table.columns.map(\.title)
    let head =
      layout.row(others(titles), widths, .bold, standing: .bottom).prefixed(.blank(2)) + note(titles, .bold)
    let body = table.rows.flatMap { row in
      let look = TextLook(isBold: row.isMarked)
      let mark = row.isMarked ? line("▸ ", .hue(table.hue, bold: true)) : .blank(2)
      return layout.row(others(row.cells), widths, look, standing: .top).prefixed(mark, .blank(2))
        + note(row.cells, look)
    }
    return head + [rule] + body + [rule]
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

extension Table {
  /// The table less one of its columns.
  fileprivate func without(column: Int) -> Table {
    var table = self
    table.columns.remove(at: column)
    for row in table.rows.indices where column < table.rows[row].cells.count {
      table.rows[row].cells.remove(at: column)
    }
    return table
  }
}

/// How wide the columns of a table are, and how its cells stand in them.
struct TableLayout {
  /// Columns between two of a table.
  static let gap = 3
  private let table: Table
  private let renderer: TerminalRenderer
  /// What each column takes without wrapping.
  private let natural: [Int]

  init(_ table: Table, _ renderer: TerminalRenderer) {
    self.table = table
    self.renderer = renderer
    func width(_ cell: [Inline], in columns: Int) -> Int {
      TextWrap(columns: columns).lines(renderer.runs(cell)).width
    }
    let cells = table.columns.indices.map { column in
      table.rows.map { column < $0.cells.count ? width($0.cells[column], in: .max) : 0 }.max() ?? 0
    }
    natural = zip(table.columns, cells).map { column, cells in
      column.isNumeric ? max(cells, width(column.title, in: 13)) : max(cells, width(column.title, in: .max))
    }
  }

  /// The column of the longest prose; nil where there is none after the first.
  var longest: Int? {
    natural.indices.dropFirst().filter { !table.columns[$0].isNumeric }.max { natural[$0] < natural[$1] }
  }

  /// The widths of the columns within `width`; nil where they do not fit.
  ///
  /// Numbers keep their width; prose is not squeezed below `prose` columns.
  func widths(within width: Int, prose: Int = 24) -> [Int]? {
    var widths = zip(table.columns, natural).map { $0.isNumeric ? $1 : Swift.min($1, prose) }
    var space = width - Self.gap * (widths.count - 1) - widths.reduce(0, +)
    guard space >= 0 else { return nil }
    while space > 0,
      let column = widths.indices.filter({ widths[$0] < natural[$0] }).min(by: { widths[$0] < widths[$1] })
    {
      widths[column] += 1
      space -= 1
    }
    return widths
  }

  /// Where a cell of fewer lines than its row stands.
  enum Standing { case top, bottom }

  /// A row of `cells` in columns of `widths`.
  func row(_ cells: [[Inline]], _ widths: [Int], _ look: TextLook, standing: Standing) -> [TextLine] {
    let wrapped = zip(cells, widths).map { TextWrap(columns: max($1, 1)).lines(renderer.runs($0, look)) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { index in
      zip(wrapped.indices, widths).reduce(into: .empty) { line, column in
        let lines = wrapped[column.0]
        let place = standing == .top ? index : index - (height - lines.count)
        let cell = lines.indices.contains(place) ? lines[place] : .empty
        line += column.0 == 0 ? .empty : .blank(Self.gap)
        line += cell.padded(to: column.1, table.columns[column.0].isNumeric ? .trailing : .leading)
      }
    }
  }
}
