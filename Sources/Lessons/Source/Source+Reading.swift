extension Source {
  /// The text of `bytes`, or why it is none.
  static func reading(_ bytes: [UInt8], file: String, limit: Int) -> Result<Source, Diagnostic> {
    if bytes.count > limit {
      return .failure(
        Diagnostic(.tooLong, "the file has \(bytes.count) bytes, and at most \(limit) are read", file: file))
    }
    // Text has tabs, line ends and form feeds, and no other control character below the space.
    if bytes.contains(where: { $0 < 32 && !(9...13).contains($0) }) {
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      return .failure(
        Diagnostic(
          .binaryFile, "the file is not text", file: file,
          helps: isUTF16 ? ["it looks like UTF-16: save it as UTF-8"] : []))
    }
    if let offset = bytes.firstInvalidUTF8 {
      let source = Source(normalising: bytes, file: file)
      // A line end of two bytes became one: the place is found again by its line.
      let line = Source(normalising: Array(bytes[..<offset]) + [0x20], file: file).lineCount
      return .failure(
        Diagnostic(
          .invalidUTF8, "line \(line) is not UTF-8", at: source.lineRange(line), in: source,
          helps: ["save the file as UTF-8"]))
    }
    let source = Source(normalising: bytes, file: file)
    if source.bytes.allSatisfy({ $0 <= 32 }) {
      return .failure(Diagnostic(.emptyFile, "the file is empty", file: file))
    }
    return .success(source)
  }
}

extension [UInt8] {
  /// Where the first bytes stand that are no UTF-8.
  fileprivate var firstInvalidUTF8: Int? {
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
