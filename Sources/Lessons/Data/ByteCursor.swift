/// Bytes read one after the other, little-endian or big-endian; never past their end.
struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  /// Where the next byte is.
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next `count` bytes.
  mutating func take(_ count: Int) throws(DataFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else {
      throw DataFault("ends after \(bytes.endIndex) bytes, in the middle of what it says it holds")
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// The next whole number, of as many bytes as `Word` has.
  mutating func next<Word: FixedWidthInteger & UnsignedInteger>(
    _: Word.Type = Word.self, bigEndian: Bool = false
  ) throws(DataFault) -> Word {
    let taken = try take(Word.bitWidth / 8)
    let ordered = bigEndian ? Array(taken) : taken.reversed()
    return ordered.reduce(0) { $0 << 8 | Word($1) }
  }
}
