/// Collects a value's canonical bytes: little-endian, integers and reals in eight bytes, every NaN the same.
///
/// Equal values give equal bytes on every machine, whatever the width of its `Int`.
public struct ByteWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// An empty writer.
  public init() {}

  /// Appends the bytes of `value`.
  public mutating func write<A: ByteEncodable>(_ value: A) { value.encode(to: &self) }

  /// Appends the bytes of two values.
  public mutating func write<A: ByteEncodable, B: ByteEncodable>(_ a: A, _ b: B) {
    write(a)
    write(b)
  }

  /// Appends the bytes of three values.
  public mutating func write<A: ByteEncodable, B: ByteEncodable, C: ByteEncodable>(_ a: A, _ b: B, _ c: C) {
    write(a, b)
    write(c)
  }

  /// Appends the bytes of four values.
  public mutating func write<A: ByteEncodable, B: ByteEncodable, C: ByteEncodable, D: ByteEncodable>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) {
    write(a, b)
    write(c, d)
  }

  /// Appends text known when the program was built.
  mutating func write(_ text: StaticString) {
    write(UInt32(text.utf8CodeUnitCount))
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func writeLittleEndian<Word: FixedWidthInteger & UnsignedInteger>(_ word: Word) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// A value with one canonical form in bytes.
public protocol ByteEncodable {
  /// Appends that form to `writer`.
  func encode(to writer: inout ByteWriter)
}

extension ByteEncodable {
  /// The canonical form.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(self)
    return writer.bytes
  }
}
