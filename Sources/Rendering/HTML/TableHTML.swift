import Views

extension Table {
  /// The table as markup; a narrow one stands beside another figure.
  var html: HTML {
    if role == .terms { return terms }
    let titles = columns.map { column -> HTML in
      "<th>\(column.title.html)</th>"
    }
    let caption: HTML = caption.map { "<caption>\($0)</caption>" } ?? ""
    let hue: HTML = hue.map { " \($0)" } ?? ""
    let kinds =
      (role == .worked ? ["worked"] : rows.contains { $0.epoch != nil } ? ["log"] : [])
      + columns.indices.filter { columns[$0].isNumeric }.map { "n\($0 + 1)" }
    return """
      <div class="scroll\(hue)\(" half", if: columns.count <= 3)"><table\
      \(" class=\"\(kinds.joined(separator: " "))\"", if: !kinds.isEmpty)>\(caption)<thead><tr>\(titles)</tr></thead>
      <tbody>\(rows.map(row))</tbody></table></div>

      """
  }

  /// Nothing but numbers: as few tags as will do.
  private var terms: HTML {
    let titles = columns.map { "<th scope=\"col\">\($0.title.html)</th>" as HTML }
    let rows = rows.map { row -> HTML in
      let cells = row.cells.dropFirst().map { "<td>\($0.html)</td>" as HTML }
      return "<tr><th scope=\"row\">\(row.cells.first?.html ?? "")</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll"><table class="terms"><thead><tr>\(titles)</tr></thead><tbody>\(rows)</tbody></table></div>

      """
  }

  private func row(_ row: Row) -> HTML {
    let cells = zip(columns, row.cells).enumerated().map { place, pair -> HTML in
      let (column, cell) = pair
      let title: HTML = place == 0 || row.epoch == nil ? "" : " data-title=\"\(column.title.plain)\""
      return place == 0
        ? "<th>\(cell.html)</th>" : "<td\(title)>\(cell.html)</td>"
    }
    let epoch: HTML = row.epoch.map { " data-epoch=\"\($0)\"" } ?? ""
    return "<tr\(" class=\"marked\"", if: row.isMarked)\(epoch)>\(cells)</tr>\n"
  }
}
