/// What a lesson's YAML may not have: anchors, which can make little text into endless data,
/// and deep nesting, which can exhaust a parser's stack.
enum YAMLGuard {
  private static let deepest = 32
  private static let longest = 65_536
  /// Columns of indentation.
  private static let farthest = 120

  /// Whether `lines` of `source` have none of it; reports what they have.
  static func accepts(_ lines: SourceRange, of source: Source, _ diagnostics: inout Diagnostics) -> Bool {
    guard lines.upper - lines.lower <= longest else {
      diagnostics.report(.tooLong, "settings are at most \(longest) bytes long", at: lines)
      return false
    }
    var scan = Scan()
    for index in lines.lower..<lines.upper {
      if let problem = scan.take(
        source.bytes[index], next: index + 1 < lines.upper ? source.bytes[index + 1] : 10)
      {
        let place = SourceRange(index, index + 1)
        switch problem {
        case .anchor:
          diagnostics.report(
            .invalidYAML, "anchors and aliases are no part of a lesson's settings", at: place,
            helps: ["write the value out, or put it in quotes"])
        case .depth: diagnostics.report(.tooLong, "settings nest deeper than \(deepest) levels", at: place)
        }
        return false
      }
    }
    return true
  }

  private enum Problem { case anchor, depth }

  private struct Scan {
    private var depth = 0
    private var column = 0
    private var quote: UInt8?
    private var isComment = false
    private var isIndentation = true
    /// The last character that was no space.
    private var last: UInt8 = 10

    mutating func take(_ byte: UInt8, next: UInt8) -> Problem? {
      column += 1
      if byte == 10 {
        (column, isComment, isIndentation, last) = (0, false, true, depth > 0 ? last : 10)
        return nil
      }
      if let open = quote {
        if byte == open { quote = nil }
        last = byte
        return nil
      }
      if isComment || byte == 32 || byte == 9 { return nil }
      let startsValue = last == 10 || ":-?[{".utf8.contains(last) || (last == UInt8(ascii: ",") && depth > 0)
      defer { last = byte }
      switch byte {
      case UInt8(ascii: "#") where last == 10 || startsValue: isComment = true
      case 0x22, 0x27: if startsValue { quote = byte }
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if startsValue && next != 32 && next != 10 { return .anchor }
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if isIndentation && !"-?: ".utf8.contains(byte) {
        isIndentation = false
        if column > YAMLGuard.farthest { return .depth }
      }
      return depth > YAMLGuard.deepest ? .depth : nil
    }
  }
}
