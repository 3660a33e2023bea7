/// The files in a zip archive: stored as they are, or packed by DEFLATE.
struct ZipArchive {
  private let bytes: [UInt8]
  private var entries: [Entry] = []

  /// What the archive's directory says of a file.
  private struct Entry {
    var name: String
    var method: UInt16
    var isEncrypted: Bool
    var checksum: UInt32
    /// Bytes in the archive.
    var packed: Int
    /// Bytes of the file.
    var size: Int
    /// Where its own header stands.
    var offset: Int
  }

  /// A file is not unpacked past this, in bytes.
  private static let largest = 512 << 20

  /// Reads the directory at the end of `bytes`.
  init(_ bytes: [UInt8]) throws(DataFault) {
    self.bytes = bytes
    guard let end = Self.directoryEnd(bytes) else {
      throw DataFault("is no npz archive", helps: ["write it with np.savez"])
    }
    var cursor = ByteCursor(bytes[(end + 10)...])
    let count = try cursor.next(UInt16.self)
    _ = try cursor.next(UInt32.self)
    let offset = Int(try cursor.next(UInt32.self))
    guard offset <= end else { throw DataFault("is no npz archive: its directory is not where it says") }
    var directory = ByteCursor(bytes[offset..<end])
    for _ in 0..<count { entries.append(try Self.entry(&directory)) }
  }

  /// The names of its files.
  var names: [String] { entries.map(\.name) }

  /// The file `name`; nil where there is none.
  func file(_ name: String) throws(DataFault) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard entry.offset <= bytes.count else { throw DataFault("ends before its file \(name)") }
    guard entry.size <= Self.largest else {
      throw DataFault("has a file \(name) of \(entry.size) bytes, and at most \(Self.largest) are read")
    }
    var cursor = ByteCursor(bytes[entry.offset...])
    guard try cursor.next(UInt32.self) == 0x0403_4B50 else {
      throw DataFault("has no file where \(name) should be")
    }
    _ = try cursor.take(22)
    let (nameLength, extraLength) = (Int(try cursor.next(UInt16.self)), Int(try cursor.next(UInt16.self)))
    _ = try cursor.take(nameLength + extraLength)
    let packed = try cursor.take(entry.packed)
    let file: [UInt8]
    switch entry.method {
    case _ where entry.isEncrypted: throw DataFault("has a file \(name) that is locked by a password")
    case 0: file = Array(packed)
    case 8: file = try Inflate.unpack(packed, count: entry.size)
    default: throw DataFault("has a file \(name) packed in a way other than np.savez's")
    }
    guard file.count == entry.size, file.checksum == entry.checksum else {
      throw DataFault("is damaged: \(name) has another checksum than it should")
    }
    return file
  }

  /// Where the last record begins; a comment of up to 65535 bytes may follow it.
  private static func directoryEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    return stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1).first {
      bytes[$0..<$0 + 4] == [0x50, 0x4B, 5, 6]
    }
  }

  private static func entry(_ cursor: inout ByteCursor) throws(DataFault) -> Entry {
    guard try cursor.next(UInt32.self) == 0x0201_4B50 else {
      throw DataFault("is no npz archive: its directory is damaged")
    }
    _ = try cursor.take(4)
    let (flags, method): (UInt16, UInt16) = (try cursor.next(), try cursor.next())
    _ = try cursor.take(4)
    let (checksum, packed, size): (UInt32, UInt32, UInt32) = (
      try cursor.next(), try cursor.next(), try cursor.next()
    )
    let lengths: [Int] = [
      Int(try cursor.next(UInt16.self)), Int(try cursor.next(UInt16.self)), Int(try cursor.next(UInt16.self)),
    ]
    _ = try cursor.take(8)
    let offset = try cursor.next(UInt32.self)
    let name = String(decoding: try cursor.take(lengths[0]), as: UTF8.self)
    _ = try cursor.take(lengths[1] + lengths[2])
    return Entry(
      name: name, method: method, isEncrypted: flags & 1 == 1, checksum: checksum, packed: Int(packed),
      size: Int(size), offset: Int(offset))
  }
}
