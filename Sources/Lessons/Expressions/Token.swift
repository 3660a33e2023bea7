/// A word, number or sign of an expression.
struct Token: Equatable {
  var kind: Kind
  var range: SourceRange

  enum Kind: Equatable {
    case number(Double)
    case text(String)
    case name(String)
    /// A sign or bracket, such as `<=`; `**` reads as `^`.
    case sign(String)
    case end
  }
}

/// Cuts an expression into tokens; a table's `\|` reads as `|`.
struct Lexer {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  /// The signs, longest first.
  private static let signs = [
    "...", "**", "//", "==", "!=", "<=", ">=", "~=", "\\|", "+", "-", "*", "/", "%", "^", "<", ">", "(", ")",
    "[", "]",
    ",", ".", "|", "=", "−", "≤", "≥", "≠", "≈", "…", "×", "·",
  ].map { (text: $0, bytes: Array($0.utf8)) }

  /// What signs that a keyboard lacks stand for.
  private static let spellings = [
    "**": "^", "\\|": "|", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "…": "...", "×": "*",
    "·": "*",
  ]

  init(_ range: SourceRange, of bytes: [UInt8]) {
    self.bytes = bytes
    index = range.lower
    end = range.upper
  }

  mutating func next() throws(ExpressionError) -> Token {
    while index < end && (bytes[index] == 32 || bytes[index] == 9 || bytes[index] == 10) { index += 1 }
    let start = index
    guard index < end else { return Token(kind: .end, range: SourceRange(end, end)) }
    let byte = bytes[index]
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && index + 1 < end && Self.isDigit(bytes[index + 1]))
    {
      return try number()
    }
    if Self.isLetter(byte) {
      while index < end && (Self.isLetter(bytes[index]) || Self.isDigit(bytes[index])) { index += 1 }
      return token(.name(String(decoding: bytes[start..<index], as: UTF8.self)), from: start)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try text(quote: byte) }
    for sign in Self.signs where bytes[index..<end].starts(with: sign.bytes) {
      index += sign.bytes.count
      return token(.sign(Self.spellings[sign.text] ?? sign.text), from: start)
    }
    index += 1
    while index < end && bytes[index] & 0xC0 == 0x80 { index += 1 }
    let found = String(decoding: bytes[start..<index], as: UTF8.self)
    throw ExpressionError(
      .invalidExpression, "\(found) has no meaning in an expression", at: SourceRange(start, index))
  }

  private mutating func number() throws(ExpressionError) -> Token {
    let start = index
    while index < end, Self.isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "_") { index += 1 }
    // `1...5` is a range: a point belongs to the number only when no other follows.
    if index < end, bytes[index] == UInt8(ascii: "."),
      index + 1 >= end || bytes[index + 1] != UInt8(ascii: ".")
    {
      index += 1
      while index < end && Self.isDigit(bytes[index]) { index += 1 }
    }
    if index < end, bytes[index] | 32 == UInt8(ascii: "e") {
      var place = index + 1
      if place < end, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      if place < end && Self.isDigit(bytes[place]) {
        while place < end && Self.isDigit(bytes[place]) { place += 1 }
        index = place
      }
    }
    let digits = String(decoding: bytes[start..<index].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits), value.isFinite else {
      throw ExpressionError(.invalidExpression, "\(digits) is not a number", at: SourceRange(start, index))
    }
    return token(.number(value), from: start)
  }

  private mutating func text(quote: UInt8) throws(ExpressionError) -> Token {
    let start = index
    index += 1
    while index < end && bytes[index] != quote { index += 1 }
    guard index < end else {
      throw ExpressionError(
        .invalidExpression, "the quotation mark is not closed", at: SourceRange(start, end))
    }
    index += 1
    return token(.text(String(decoding: bytes[start + 1..<index - 1], as: UTF8.self)), from: start)
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, range: SourceRange(start, index))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }
}
