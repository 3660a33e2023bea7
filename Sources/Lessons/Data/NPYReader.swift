/// Reads the file of one array that `np.save` wrote, format versions 1 to 3.
enum NPYReader {
  /// The array in `bytes`: of its first axis no more than `limit`.
  static func read(_ bytes: ArraySlice<UInt8>, limit: Int = .max) throws(DataFault) -> NumericArray {
    var cursor = ByteCursor(bytes)
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw DataFault("is no npy file", helps: ["write it with np.save"])
    }
    _ = try cursor.take(6)
    let version: UInt8 = try cursor.next()
    _ = try cursor.next(UInt8.self)
    guard (1...3).contains(version) else { throw DataFault("has version \(version) of the npy format") }
    let length = version == 1 ? Int(try cursor.next(UInt16.self)) : Int(try cursor.next(UInt32.self))
    guard length <= 65_536 else { throw DataFault("has a header of \(length) bytes") }
    let layout = try layout(String(decoding: try cursor.take(length), as: UTF8.self))
    return try NumericArray(bytes[cursor.position...], layout, limit: limit)
  }

  /// What the header says, a literal of Python such as
  /// `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }`.
  private static func layout(_ header: String) throws(DataFault) -> NumericArray.Layout {
    guard let type = value(of: "descr", in: header), let order = value(of: "fortran_order", in: header),
      let shape = value(of: "shape", in: header), let open = shape.firstIndex(of: "("),
      let close = shape.firstIndex(of: ")"), open < close
    else { throw DataFault("has a header that np.save does not write") }
    let sizes = shape[shape.index(after: open)..<close].split(separator: ",").map {
      Int($0.trimmingSpaces) ?? -1
    }
    guard sizes.allSatisfy({ $0 >= 0 }) else { throw DataFault("has a header that np.save does not write") }
    return NumericArray.Layout(element: try element(type), shape: sizes, isFortran: order.hasPrefix("True"))
  }

  /// What stands after the key `name`.
  private static func value(of name: String, in header: String) -> Substring? {
    guard let range = header.firstRange(of: "'\(name)':") else { return nil }
    return header[range.upperBound...].drop { $0 == " " }
  }

  /// The type that NumPy writes as `<f8`: byte order, kind, bytes.
  private static func element(_ type: Substring) throws(DataFault) -> NumericArray.Element {
    let code = type.dropFirst().prefix { $0 != "'" }
    let kinds: [Character: NumericArray.Element.Kind] = [
      "f": .real, "i": .signed, "u": .unsigned, "b": .truth,
    ]
    let isQuoted = type.first == "'"
    if isQuoted, let order = code.first, let kind = kinds[code.dropFirst().first ?? " "],
      let size = Int(code.dropFirst(2))
    {
      let element = NumericArray.Element(kind: kind, size: size, isBigEndian: order == ">")
      if element.isKnown { return element }
    }
    throw DataFault(
      "holds elements of the type \(isQuoted ? code.prefix(20) : "of a structure")",
      helps: ["save numbers of a plain type: np.save(path, x.astype('float32'))"])
  }
}
