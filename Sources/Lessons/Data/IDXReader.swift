/// Reads the file of one array in MNIST's format.
enum IDXReader {
  /// The array in `bytes`: of its first axis no more than `limit`.
  static func read(_ bytes: ArraySlice<UInt8>, limit: Int = .max) throws(DataFault) -> NumericArray {
    if bytes.starts(with: [0x1F, 0x8B]) {
      throw DataFault("is packed by gzip", helps: ["unpack it: gunzip file.gz"])
    }
    var cursor = ByteCursor(bytes)
    guard bytes.starts(with: [0, 0]), bytes.count >= 4 else { throw DataFault("is no IDX file") }
    _ = try cursor.take(2)
    let (type, axes): (UInt8, UInt8) = (try cursor.next(), try cursor.next())
    guard let element = elements[type] else { throw DataFault("is no IDX file: it has no type \(type)") }
    var shape: [Int] = []
    for _ in 0..<axes { shape.append(Int(try cursor.next(UInt32.self, bigEndian: true))) }
    return try NumericArray(bytes[cursor.position...], .init(element: element, shape: shape), limit: limit)
  }

  private static let elements: [UInt8: NumericArray.Element] = [
    0x08: .init(kind: .unsigned, size: 1, isBigEndian: true),
    0x09: .init(kind: .signed, size: 1, isBigEndian: true),
    0x0B: .init(kind: .signed, size: 2, isBigEndian: true),
    0x0C: .init(kind: .signed, size: 4, isBigEndian: true),
    0x0D: .init(kind: .real, size: 4, isBigEndian: true),
    0x0E: .init(kind: .real, size: 8, isBigEndian: true),
  ]
}
