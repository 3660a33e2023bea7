/// The records of a CSV file, one after the other, with the place of every cell.
struct CSVRecords {
  /// A row; a quoted cell may hold commas, line ends, and quotation marks written twice.
  struct Record {
    var cells: [(text: String, range: SourceRange)]
    var range: SourceRange
  }

  private let source: Source
  private var index = 0
  /// A quotation mark that was never closed.
  private(set) var openQuote: SourceRange?

  init(_ source: Source) { self.source = source }

  /// The next record; nil after the last.
  mutating func next() -> Record? {
    let bytes = source.bytes
    guard index < bytes.count, openQuote == nil else { return nil }
    let start = index
    var cells: [(text: String, range: SourceRange)] = []
    repeat {
      guard let cell = cell() else { return nil }
      cells.append(cell)
      // A comma leads to another cell, even at the very end.
    } while accept(UInt8(ascii: ","))
    let range = SourceRange(start, index)
    _ = accept(10)
    return Record(cells: cells, range: range)
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard index < source.bytes.count, source.bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func cell() -> (text: String, range: SourceRange)? {
    let start = index
    let quote = UInt8(ascii: "\"")
    guard accept(quote) else {
      while index < source.bytes.count, source.bytes[index] != UInt8(ascii: ","), source.bytes[index] != 10 {
        index += 1
      }
      let range = SourceRange(start, index)
      return (source.text(range), range)
    }
    var text: [UInt8] = []
    while index < source.bytes.count {
      if !accept(quote) {
        text.append(source.bytes[index])
        index += 1
      } else if accept(quote) {
        text.append(quote)
      } else {
        return (String(decoding: text, as: UTF8.self), SourceRange(start, index))
      }
    }
    openQuote = SourceRange(start, start + 1)
    return nil
  }
}
