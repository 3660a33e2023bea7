/// Finds code spans in the source, one after the other: the parser's columns are
/// unreliable past a line's end.
struct CodeSpans {
  let bytes: [UInt8]
  private var cursor = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What stands between the backticks of the next code span whose text is `literal`, before `limit`.
  mutating func next(_ literal: String, from lower: Int, limit: Int) -> SourceRange? {
    let wanted = Self.letters(Array(literal.utf8))
    var index = max(cursor, lower)
    while index < limit {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      let length = bytes.backticks(at: index, limit: limit)
      let inside = index + length
      if let end = bytes.closingBackticks(length, from: inside, limit: limit),
        Self.letters(bytes[inside..<end]) == wanted
      {
        cursor = end + length
        return SourceRange(inside, end)
      }
      index = inside
    }
    return nil
  }

  /// Without what Markdown may change: white space, the `>` of a quote's next line, a table's `\|`.
  private static func letters(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.filter { ![32, 9, 10, UInt8(ascii: ">"), UInt8(ascii: "\\")].contains($0) }
  }
}
