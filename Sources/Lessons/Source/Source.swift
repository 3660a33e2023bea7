/// A file's text with its lines: what every range points into.
///
/// A byte order mark is dropped, and CRLF or CR become LF; neither moves a line or column.
public struct Source: Sendable, Equatable {
  /// The file's name as messages show it.
  public let file: String
  /// The text as UTF-8.
  let bytes: [UInt8]
  /// Where each line starts.
  private let starts: [Int]

  /// The source of `text`.
  public init(_ text: String, file: String) {
    self.init(normalising: Array(text.utf8), file: file)
  }

  init(normalising raw: [UInt8], file: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var starts = [0]
    var index = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < raw.count {
      let isCarriageReturn = raw[index] == UInt8(ascii: "\r")
      if isCarriageReturn && index + 1 < raw.count && raw[index + 1] == UInt8(ascii: "\n") { index += 1 }
      bytes.append(isCarriageReturn ? UInt8(ascii: "\n") : raw[index])
      if bytes.last == UInt8(ascii: "\n") { starts.append(bytes.count) }
      index += 1
    }
    self.file = file
    self.bytes = bytes
    self.starts = starts
  }

  /// The whole text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Number of lines; a last one without text does not count.
  public var lineCount: Int { starts.last == bytes.count ? max(1, starts.count - 1) : starts.count }

  /// The text of `range`.
  public func text(_ range: SourceRange) -> String {
    let lower = min(range.lower, bytes.count)
    return String(decoding: bytes[lower..<max(lower, min(range.upper, bytes.count))], as: UTF8.self)
  }

  /// The line, from 1, that `offset` is in.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and column of `offset`.
  public func position(_ offset: Int) -> Position {
    let line = line(at: offset)
    return Position(line: line, column: text(SourceRange(starts[line - 1], offset)).count + 1)
  }

  /// Line `line`, from 1, without its end.
  public func lineRange(_ line: Int) -> SourceRange {
    guard starts.indices.contains(line - 1) else { return SourceRange(bytes.count, bytes.count) }
    let end = line < starts.count ? starts[line] - 1 : bytes.count
    return SourceRange(starts[line - 1], end)
  }

  /// The text of `first` to `last`, lines from 1, without the last one's end.
  func lines(_ first: Int, _ last: Int) -> SourceRange { lineRange(first).through(lineRange(last)) }

  /// The offset of the `column`th Unicode scalar, from 1, of line `line`, as YAML's parser counts.
  func offset(line: Int, scalar column: Int) -> Int {
    let range = lineRange(line)
    var offset = range.lower
    var left = column - 1
    while left > 0 && offset < range.upper {
      offset += 1
      while offset < range.upper && bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
