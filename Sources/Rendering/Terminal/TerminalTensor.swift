import Views

extension TerminalRenderer {
  /// Numbers in rows and columns on the grounds of their values;
  /// columns that do not fit are left out in the middle.
  func lines(_ tensor: Tensor, width: Int) -> [TextLine] {
    let titles = tensor.rows.map { line($0.title, .soft) }
    let gutter = titles.width + 1
    let heads = heads(tensor, space: width - gutter)
    let columns = tensor.columns.indices.map { max(heads[$0].width, bodyWidth(tensor, $0)) }
    let shown = fitting(columns, in: width - gutter, elided: tensor.columns.map { $0 == nil })
    let height = shown.map { $0.map { heads[$0].count } ?? 1 }.max() ?? 1
    let head = (0..<height).map { number in
      shown.reduce(into: TextLine.blank(gutter)) { line, column in
        let title = column.map { heads[$0] } ?? [self.line("…", .soft)]
        let place = number - (height - title.count)
        line +=
          (place < 0 ? .empty : title[place]).padded(to: (column.map { columns[$0] } ?? 1) + 1, .trailing)
          + .blank(1)
      }
    }
    let body = zip(titles, tensor.rows).map { title, row in
      shown.reduce(into: title.padded(to: gutter - 1, .trailing) + .blank(1)) { line, column in
        let value = column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
        let look = value.map { TextLook.tinted(share($0.value, of: tensor.scale)) } ?? .soft
        let text = (column.map { cell(row, $0) } ?? self.line("…")).mapLook { $0 = look }
        line +=
          text.padded(to: (column.map { columns[$0] } ?? 1) + 1, .trailing, look: look)
          + .blank(1, look: look)
      }
    }
    return captioned(tensor.caption, head + body, width: width)
  }

  /// The columns' titles; broken between words where the tensor has no room for them in one line.
  private func heads(_ tensor: Tensor, space: Int) -> [[TextLine]] {
    let titles = tensor.columns.map { $0.map { runs($0, .soft) } ?? [run("…", .soft)] }
    let widths = titles.indices.map { max(TextLine(titles[$0]).width, bodyWidth(tensor, $0)) + 2 }
    guard widths.reduce(0, +) > space else { return titles.map { [TextLine($0)] } }
    return titles.indices.map { column in
      let words = titles[column].flatMap { $0.text.split(separator: " ") }
      let longest = words.map { String($0).columns }.max() ?? 1
      return TextWrap(columns: max(longest, bodyWidth(tensor, column))).lines(titles[column])
    }
  }

  private func bodyWidth(_ tensor: Tensor, _ column: Int) -> Int {
    tensor.rows.map { cell($0, column).width }.max() ?? 1
  }

  /// `value` on the scale whose full tint is `scale`, from −1 to 1.
  func share(_ value: Double, of scale: Double) -> Double {
    scale > 0 && value.isFinite ? max(-1, min(1, value / scale)) : 0
  }

  private func cell(_ row: Tensor.Row, _ column: Int) -> TextLine {
    guard column < row.cells.count, let cell = row.cells[column] else { return line("…") }
    return line(cell.text)
  }

  /// The columns to show, nil for those left out; columns that the tensor leaves
  /// out itself count as left out.
  private func fitting(_ widths: [Int], in space: Int, elided: [Bool]) -> [Int?] {
    var first = elided.firstIndex(of: true) ?? widths.count
    var last = elided.lastIndex(of: true).map { $0 + 1 } ?? widths.count
    func total() -> Int {
      (Array(0..<first) + Array(last..<widths.count)).reduce(0) { $0 + widths[$1] + 2 }
        + (first < last ? 3 : 0)
    }
    while total() > space, first + widths.count - last > 1 {
      if first == last {
        first = widths.count - widths.count / 2 - 1
        last = first + 1
      } else if first >= widths.count - last {
        first -= 1
      } else {
        last += 1
      }
    }
    return Array(0..<first) + (first < last ? [nil] : []) + Array(last..<widths.count)
  }

  /// Values in rows of cells on their grounds, each row after the number of its first
  /// cell; the chosen one in brackets.
  func lines(_ strip: Step.Strip, width: Int) -> [TextLine] {
    let texts = strip.cells.map { run($0.text).text }
    let cell = (texts.map(\.columns).max() ?? 1) + 2
    let gutter = String(strip.cells.count).count + 1
    let fit = max((width - gutter) / cell, 1)
    let perRow = [20, 16, 10, 8, 5, 4].first { $0 <= fit } ?? fit
    return stride(from: 0, to: texts.count, by: perRow).map { start in
      (start..<min(start + perRow, texts.count)).reduce(
        into: line("\(start + strip.first)", .soft).padded(to: gutter - 1, .trailing) + .blank(1)
      ) { line, index in
        let isChosen = index == strip.chosen
        let look = TextLook.tinted(share(strip.cells[index].value, of: strip.scale)).with {
          $0.isBold = isChosen
        }
        line += TextLine([TextRun(text: isChosen ? "[\(texts[index])]" : " \(texts[index]) ", look: look)])
          .padded(to: cell, .trailing, look: look)
      }
    }
  }
}
