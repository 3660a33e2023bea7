// The forms that all others are made of.

extension UInt8: ByteDecodable {
  /// One byte.
  public func encode(to writer: inout ByteWriter) { writer.writeLittleEndian(self) }
  /// One byte.
  public init(from reader: inout ByteReader) throws(MalformedBytes) { self = try reader.readLittleEndian() }
}

extension UInt32: ByteDecodable {
  /// Four bytes.
  public func encode(to writer: inout ByteWriter) { writer.writeLittleEndian(self) }
  /// Four bytes.
  public init(from reader: inout ByteReader) throws(MalformedBytes) { self = try reader.readLittleEndian() }
}

extension UInt64: ByteDecodable {
  /// Eight bytes.
  public func encode(to writer: inout ByteWriter) { writer.writeLittleEndian(self) }
  /// Eight bytes.
  public init(from reader: inout ByteReader) throws(MalformedBytes) { self = try reader.readLittleEndian() }
}

extension Int: ByteDecodable {
  /// Eight bytes, two's complement.
  public func encode(to writer: inout ByteWriter) { writer.write(UInt64(bitPattern: Int64(self))) }
  /// Eight bytes, two's complement; what an `Int` of this machine cannot hold is refused.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let bits: UInt64 = try reader.read()
    guard let value = Int(exactly: Int64(bitPattern: bits)) else { throw reader.malformed }
    self = value
  }
}

extension Double: ByteDecodable {
  /// Eight bytes, as IEEE 754 has them; every NaN is the quiet one of positive sign and no payload.
  public func encode(to writer: inout ByteWriter) { writer.write(isNaN ? 0x7ff8_0000_0000_0000 : bitPattern) }
  /// Eight bytes.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(bitPattern: try reader.read())
  }
}

extension Bool: ByteDecodable {
  /// One byte, 0 or 1.
  public func encode(to writer: inout ByteWriter) { writer.write(self ? 1 : 0 as UInt8) }
  /// One byte, 0 or 1.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self = try reader.read { (byte: UInt8) in byte < 2 } == 1
  }
}

extension String: ByteDecodable {
  /// The number of bytes in four, then UTF-8.
  public func encode(to writer: inout ByteWriter) {
    // Asked for in one piece, as every string of Swift's own lies:
    // by characters would take more of the library to the page.
    writer.write(utf8.withContiguousStorageIfAvailable { Array($0) } ?? [])
  }
  /// The number of bytes in four, then UTF-8.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let count: UInt32 = try reader.read()
    guard let value = String(validating: try reader.take(Int(clamping: count)), as: UTF8.self) else {
      throw reader.malformed
    }
    self = value
  }
}

extension Array: ByteEncodable where Element: ByteEncodable {
  /// The number of elements in four bytes, then each.
  public func encode(to writer: inout ByteWriter) {
    writer.write(UInt32(count))
    for element in self { writer.write(element) }
  }
}

extension Array: ByteDecodable where Element: ByteDecodable {
  /// The number of elements in four bytes, then each.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self = []
    let count: UInt32 = try reader.read()
    for _ in 0..<count { append(try reader.read()) }
  }
}

extension Optional: ByteEncodable where Wrapped: ByteEncodable {
  /// One byte that says whether there is a value, then the value.
  public func encode(to writer: inout ByteWriter) {
    writer.write(self != nil)
    if let value = self { writer.write(value) }
  }
}

extension Optional: ByteDecodable where Wrapped: ByteDecodable {
  /// One byte that says whether there is a value, then the value.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let present: Bool = try reader.read()
    self = present ? .some(try reader.read()) : nil
  }
}

extension RawRepresentable where RawValue == UInt8, Self: ByteEncodable {
  /// The raw value in one byte.
  public func encode(to writer: inout ByteWriter) { writer.write(rawValue) }
}

extension RawRepresentable where RawValue == UInt8, Self: ByteDecodable {
  /// The raw value in one byte.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    guard let value = Self(rawValue: try reader.read()) else { throw reader.malformed }
    self = value
  }
}
