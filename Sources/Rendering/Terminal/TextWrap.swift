import Views

/// Breaks runs of text into lines.
struct TextWrap {
  /// Columns of a line, at least 1.
  let columns: Int

  /// One character with its look.
  private struct Cell {
    var character: Character
    var look: TextLook
    var columns: Int
  }

  /// The lines of `runs`: broken at spaces and between wide characters; a word longer than a line is cut.
  ///
  /// A newline in a run is a break that the text asks for.
  func lines(_ runs: [TextRun]) -> [TextLine] {
    var lines: [TextLine] = []
    var paragraph: [Cell] = []
    for run in runs {
      for character in run.text {
        if character == "\n" {
          lines += broken(paragraph)
          paragraph = []
        } else {
          paragraph.append(Cell(character: character, look: run.look, columns: character.columns))
        }
      }
    }
    return lines + broken(paragraph)
  }

  private func broken(_ cells: [Cell]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    repeat {
      let end = lineEnd(cells, from: start)
      lines.append(line(cells[start..<end]))
      start = end
      while start < cells.count, cells[start].character == " " { start += 1 }
    } while start < cells.count
    return lines
  }

  /// Where the line that begins at `start` ends: at the last place where it may,
  /// else after a sign, else anywhere.
  private func lineEnd(_ cells: [Cell], from start: Int) -> Int {
    var width = 0
    var (lastBreak, lastSign): (Int?, Int?)
    for index in start..<cells.count {
      if index > start, mayBreak(before: index, cells) { lastBreak = index }
      if cells[index].character != " ", width + cells[index].columns > columns, index > start {
        return lastBreak ?? lastSign ?? index
      }
      if index > start, "(,_=/".contains(cells[index].character) { lastSign = index + 1 }
      width += cells[index].columns
    }
    return cells.count
  }

  private func mayBreak(before index: Int, _ cells: [Cell]) -> Bool {
    let (left, right) = (cells[index - 1], cells[index])
    if right.character == " " { return true }
    if left.character == " " { return true }
    return left.columns == 2 && right.columns == 2
      || (left.columns == 2 || right.columns == 2) && left.character.isLetter && right.character.isLetter
  }

  private func line(_ cells: ArraySlice<Cell>) -> TextLine {
    let trimmed = cells.dropLast(cells.reversed().prefix { $0.character == " " }.count)
    var runs: [TextRun] = []
    for cell in trimmed {
      if let last = runs.last, last.look == cell.look {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append(TextRun(text: String(cell.character), look: cell.look))
      }
    }
    return TextLine(runs)
  }
}
