import Views

extension Tensor {
  /// The tinted table as markup: a figure that is its own data table. The style puts `…` where columns are left out.
  var html: HTML {
    let titles = columns.map { title -> HTML in
      title.map { "<th>\($0.html)</th>" } ?? "<td></td>"
    }
    return """
      <figure class="tensor\(" half", if: isNarrow) \(caption.hue)\(" magnitude", if: !isSigned)"><div class="scroll"><table>\
      <caption>\(caption.name)</caption>
      <thead><tr><td></td>\(titles)</tr></thead>
      <tbody>\(rows.map(row))</tbody></table></div><p>\(caption.reading)</p></figure>

      """
  }

  /// Whether it has room beside another figure, at some 8 pixels for a character and 20 between two columns.
  private var isNarrow: Bool {
    let widths = columns.indices.map { column in
      let cells = rows.map { column < $0.cells.count ? $0.cells[column]?.text.count ?? 1 : 0 }
      return max(columns[column]?.plain.count ?? 1, cells.max() ?? 0)
    }
    return widths.reduce(0) { $0 + $1 * 8 + 20 } <= 440
  }

  /// Whether some number is below 0, so that the tints diverge; magnitudes have one tint.
  private var isSigned: Bool { rows.contains { $0.cells.contains { ($0?.value ?? 0) < 0 } } }

  private func row(_ row: Row) -> HTML {
    let cells = row.cells.map { cell -> HTML in
      cell.map { "<td\($0.tint(scale: scale))>\($0.text)</td>" } ?? "<td></td>"
    }
    return "<tr><th>\(row.title)</th>\(cells)</tr>\n"
  }
}

extension Tensor.Cell {
  /// The class that tints a cell: how many tenths of `scale` it has, below 0 with a minus.
  func tint(scale: Double) -> HTML {
    let tenths = scale > 0 ? (min(value.magnitude / scale, 1) * 10).rounded() : 0
    guard tenths >= 1 else { return "" }
    return " class=\"\(Int(value < 0 ? -tenths : tenths))\""
  }
}
