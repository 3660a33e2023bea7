extension String {
  /// JavaScript in a closure of its own, compact.
  var closedJavaScript: String { "(() => {\n'use strict';\n\(self)\n})();".compactJavaScript }

  /// JavaScript without comments, indentation and the blanks that separate nothing.
  ///
  /// A line's end stays where a statement might end without a semicolon.
  var compactJavaScript: String { String(decoding: ScriptCompactor(utf8).compact, as: UTF8.self) }
}

/// Copies a script token by token; strings, templates and regular expressions as they are.
private struct ScriptCompactor {
  private let script: [UInt8]
  private var at = 0
  private(set) var compact: [UInt8] = []

  init(_ script: some Sequence<UInt8>) {
    self.script = Array(script)
    var (isBlank, endsLine) = (false, false)
    while let byte = next() {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") {
        (isBlank, endsLine) = (true, endsLine || byte == UInt8(ascii: "\n"))
        at += 1
      } else if skipsComment() {
        isBlank = true
      } else {
        if isBlank { separate(from: byte, endsLine: endsLine) }
        (isBlank, endsLine) = (false, false)
        copyToken(byte)
      }
    }
  }

  private func next(_ offset: Int = 0) -> UInt8? {
    script.indices.contains(at + offset) ? script[at + offset] : nil
  }

  private mutating func skipsComment() -> Bool {
    guard next() == UInt8(ascii: "/") else { return false }
    if next(1) == UInt8(ascii: "/") {
      while let byte = next(), byte != UInt8(ascii: "\n") { at += 1 }
      return true
    }
    guard next(1) == UInt8(ascii: "*") else { return false }
    at += 2
    while let byte = next(), byte != UInt8(ascii: "*") || next(1) != UInt8(ascii: "/") { at += 1 }
    at += 2
    return true
  }

  /// The blank between the last byte and `byte`, where one is needed.
  private mutating func separate(from byte: UInt8, endsLine: Bool) {
    guard let last = compact.last else { return }
    let joins = last.isWord && byte.isWord || last == byte && "+-".utf8.contains(byte)
    let mayEnd = last.isWord || ")]}'\"`".utf8.contains(last)
    if endsLine && mayEnd && (byte.isWord || "'\"`!{".utf8.contains(byte)) {
      compact.append(UInt8(ascii: "\n"))
    } else if joins {
      compact.append(UInt8(ascii: " "))
    }
  }

  private mutating func copyToken(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): copy(until: byte)
    case UInt8(ascii: "`"): copyTemplate()
    case UInt8(ascii: "/") where beginsExpression: copy(until: byte)
    default: copyByte()
    }
  }

  private mutating func copyByte() {
    compact.append(script[at])
    at += 1
  }

  /// A string or a regular expression up to its end; in a class of a regular expression a slash ends nothing.
  private mutating func copy(until end: UInt8) {
    copyByte()
    var isInClass = false
    while let byte = next() {
      copyByte()
      if byte == UInt8(ascii: "\\"), next() != nil {
        copyByte()
      } else if end == UInt8(ascii: "/"), byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
        isInClass = byte == UInt8(ascii: "[")
      } else if byte == end && !isInClass {
        return
      }
    }
  }

  private mutating func copyTemplate() {
    copyByte()
    while let byte = next() {
      copyByte()
      if byte == UInt8(ascii: "\\"), next() != nil {
        copyByte()
      } else if byte == UInt8(ascii: "$"), next() == UInt8(ascii: "{") {
        copySubstitution()
      } else if byte == UInt8(ascii: "`") {
        return
      }
    }
  }

  private mutating func copySubstitution() {
    var depth = 0
    while let byte = next() {
      copyToken(byte)
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// Whether a slash here begins a regular expression: no value stands before it.
  private var beginsExpression: Bool {
    // Within a template's substitution, blanks were copied.
    let before = compact[...(compact.lastIndex { !" \n".utf8.contains($0) } ?? -1)]
    guard let last = before.last else { return true }
    if last.isWord { return before.suffix(6).elementsEqual("return".utf8) }
    return !")]}'\"`".utf8.contains(last)
  }
}

extension UInt8 {
  /// Whether the byte belongs to names and numbers.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
