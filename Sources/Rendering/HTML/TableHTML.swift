import enum Lessons.FormulaText
import Views

extension Table {
  /// The table as markup; a narrow one stands beside another figure.
  var html: HTML {
    if role == .terms { return terms }
    let titles = columns.map { column -> HTML in
      Self.head(column.title)
    }
    let caption: HTML = caption.map { "<caption>\($0)</caption>" } ?? ""
    let hue: HTML = hue.map { " \($0)" } ?? ""
    let isTold = [2, 3].contains { numbers in
      columns.map(\.isNumeric) == [false] + [Bool](repeating: true, count: numbers) + [false]
    }
    let kinds =
      (role == .worked ? ["worked"] : rows.contains { $0.epoch != nil } ? ["log"] : isTold ? ["told"] : [])
      + columns.indices.filter { columns[$0].isNumeric }.map { "n\($0 + 1)" }
    return """
      <div class="scroll\(hue)\(" half", if: columns.count <= 3)"><table\
      \(" class=\"\(kinds.joined(separator: " "))\"", if: !kinds.isEmpty)>\(caption)<thead><tr>\(titles)</tr></thead>
      <tbody>\(rows.map(row))</tbody></table></div>

      """
  }

  /// Nothing but numbers: as few tags as will do.
  private var terms: HTML {
    let rows = rows.map { row -> HTML in
      let cells = row.cells.dropFirst().map { "<td>\($0.html)</td>" as HTML }
      return "<tr><th>\(row.cells.first?.html ?? "")</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll"><table class="terms"><thead><tr>\(columns.map { Self.head($0.title) })</tr></thead>
      <tbody>\(rows)</tbody></table></div>

      """
  }

  /// The head of a column or a row; formulas are text there, which is small and which screen readers read.
  private static func head(_ title: [Inline]) -> HTML { "<th>\(title.map(\.head))</th>" }

  private func row(_ row: Row) -> HTML {
    let cells = row.cells.enumerated().map { place, cell -> HTML in
      place == 0 ? Self.head(cell) : "<td>\(cell.html)</td>"
    }
    let epoch: HTML = row.epoch.map { " data-epoch=\"\($0)\"" } ?? ""
    return "<tr\(" class=\"marked\"", if: row.isMarked)\(epoch)>\(cells)</tr>\n"
  }
}

extension Inline {
  /// The run as a head has it: a formula as text, with its words lowered.
  fileprivate var head: HTML {
    guard case .formula(let source) = self else { return [self].html }
    let parts = FormulaText.text(of: source).split(separator: "_", omittingEmptySubsequences: false)
    return HTML(
      parts.enumerated().map { place, part in
        let word = part.prefix { $0.isLetter || $0.isNumber }
        return place == 0 ? "\(String(part))" : "<sub>\(String(word))</sub>\(String(part[word.endIndex...]))"
      })
  }
}
