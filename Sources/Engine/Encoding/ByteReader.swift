/// Reads values back from their canonical bytes; takes bytes from anyone and never traps.
public struct ByteReader {
  private let bytes: [UInt8]
  /// Where the next byte is.
  private(set) var position = 0
  /// How deep the value at hand is nested.
  private var depth = 0

  /// Reads `bytes` from the first on.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Number of bytes not read yet.
  public var remaining: Int { bytes.count - position }

  /// The next value.
  public mutating func read<Value: ByteDecodable>() throws(MalformedBytes) -> Value {
    try Value(from: &self)
  }

  /// The next value, which `accepts` must hold for.
  mutating func read<Value: ByteDecodable>(where accepts: (Value) -> Bool) throws(MalformedBytes) -> Value {
    let value: Value = try read()
    guard accepts(value) else { throw malformed }
    return value
  }

  /// What `body` reads, one level deeper; more than 16 levels are refused.
  mutating func nested<Value>(
    _ body: (inout ByteReader) throws(MalformedBytes) -> Value
  ) throws(MalformedBytes) -> Value {
    guard depth < 16 else { throw malformed }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// The next `count` bytes.
  mutating func take(_ count: Int) throws(MalformedBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw malformed }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func readLittleEndian<Word: FixedWidthInteger & UnsignedInteger>() throws(MalformedBytes) -> Word {
    var word: Word = 0
    for byte in try take(Word.bitWidth / 8).reversed() { word = word &<< 8 | Word(truncatingIfNeeded: byte) }
    return word
  }

  /// The error that says the bytes make no sense here.
  var malformed: MalformedBytes { MalformedBytes(offset: position) }
}

/// Bytes that are not a value's canonical form.
public struct MalformedBytes: Error, Sendable, Equatable {
  /// How many bytes made sense.
  public var offset: Int
}

/// A value that can be read back from its canonical form.
public protocol ByteDecodable: ByteEncodable {
  /// Reads that form from `reader`.
  init(from reader: inout ByteReader) throws(MalformedBytes)
}

extension ByteDecodable {
  /// The value whose canonical form is `bytes`, all of them.
  public init(encoded bytes: [UInt8]) throws(MalformedBytes) {
    var reader = ByteReader(bytes)
    self = try reader.read()
    guard reader.remaining == 0 else { throw reader.malformed }
  }
}
