import Views

extension [Step] {
  /// The steps of a prediction trace, in order, under headings of `level`.
  func html(in view: String, level: Int) -> HTML {
    "<ol class=\"layers\" role=\"list\">\n\(map { $0.html(in: view, level: Swift.min(level, 6)) })</ol>\n"
  }
}

extension Step {
  fileprivate func html(in view: String, level: Int) -> HTML {
    """
    <li><header><h\(level)><span>\(number)</span> \(title)</h\(level)>\
    <p class="sh">\(detail.isEmpty ? "" : "\(detail)<br>" as HTML)\(shape)</p>\
    \(facts.map { "<p class=\"st\">\($0)</p>" as HTML })</header>
    <div>\(Array(notes).html(in: view))\(strip?.html ?? "")\
    \(Array(blocks[notes.endIndex...]).html(in: view))</div></li>

    """
  }

  /// What the author says of the step: it stands before the figures.
  private var notes: ArraySlice<Block> {
    blocks.prefix { block in
      switch block {
      case .paragraph, .list, .quote, .formula, .code: strip != nil
      default: false
      }
    }
  }
}

extension Step.Strip {
  /// The cells, the sentence that reads them, and the chosen unit's sum.
  fileprivate var html: HTML {
    """
    <figure class="strip \(caption.hue)">\(isDrawn ? drawing : table)
    <p>\(caption.reading)</p>\(Caption.disclosure(isDrawn ? numbers : nil))\
    \(unit?.html ?? "")</figure>

    """
  }

  /// The cells as pictures, of which each may be one of many.
  private var drawing: HTML {
    let pictures = pictures.map { picture in
      var tinted = picture
      tinted.isSigned = picture.isSigned || caption.hue != .preprocess
      return tinted
    }
    // Pixels that a finger hits, where one picture has them all.
    let columns = pictures.first?.columns ?? 1
    let width = pictures.count > 1 ? max(6 * columns, 96) : 16 * columns
    return """
      <div class="drawn\(" maps", if: map != nil)" role="img" aria-label="\(caption.name)" style="--w:\(width)px">\
      \(pictures.map { $0.drawing() })</div>
      """
  }

  /// The numbers of a drawing; those of another epoch are the script's.
  private var numbers: HTML {
    let titles = ["Line"] + (1...max(pictures.first?.columns ?? 1, 1)).map(String.init)
    return Caption.dataTable(
      titles,
      rows: lines.map { line in
        "<tr><th>\(line.title)</th>\(line.cells.map { "<td>\($0.text)</td>" as HTML })</tr>"
      })
  }

  /// The cells in their tints, and the switch that shows their numbers.
  private var table: HTML {
    let drawn = cells.enumerated().map { place, cell -> HTML in
      "<td\(cell.tint(scale: scale))\(" data-chosen", if: place == chosen)>\(cell.text)</td>"
    }
    let size = map.map { max($0.rows * $0.columns, 1) } ?? max(drawn.count, 1)
    let rows = stride(from: 0, to: drawn.count, by: size).map { start -> HTML in
      "<tr>\(drawn[start..<min(start + size, drawn.count)])</tr>"
    }
    let numbered: HTML = first == 1 ? "" : ";counter-reset:unit \(first - 1)"
    let layout: HTML =
      map.map { "class=\"cells maps\" style=\"--n:\($0.columns)\"" }
      ?? "class=\"cells\" style=\"--n:\(perLine(32));--m:\(perLine(16))\(numbered)\""
    return "<table \(layout) aria-label=\"\(caption.name)\"><tbody>\(rows)</tbody></table>"
  }

  /// How many cells a line has of at most `most`, so that the lines are alike.
  private func perLine(_ most: Int) -> Int {
    let lines = (cells.count + most - 1) / most
    return lines == 0 ? 1 : (cells.count + lines - 1) / lines
  }
}

extension Step.UnitSum {
  fileprivate var html: HTML {
    let parts = parts.map { part -> HTML in
      let reading = part.terms.map { "<p class=\"reading\">\($0.caption.reading)</p>" as HTML } ?? ""
      return "\(part.terms?.html ?? "")<p class=\"total\">\(part.equation)</p>\(reading)"
    }
    return "<div class=\"sum\"><p class=\"unit\">\(title)</p>\(parts)</div>"
  }
}
