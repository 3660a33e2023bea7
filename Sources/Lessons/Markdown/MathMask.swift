/// Formulas between dollar signs, hidden from the Markdown parser,
/// which would take their `_` and `\` for its own.
///
/// Each becomes a code span of the same length, so that nothing moves. A dollar sign opens a formula when no
/// space follows it, and closes one when no space stands before it and no digit after it.
struct MathMask {
  /// The text with every formula hidden.
  private(set) var masked: [UInt8]
  /// The formulas, by the offset of their inside: the inside's end, and whether they stand between `$$`.
  private(set) var formulas: [Int: (upper: Int, isDisplay: Bool)] = [:]

  private static let dollar = UInt8(ascii: "$")
  private static let tick = UInt8(ascii: "`")
  private static let newline = UInt8(ascii: "\n")

  /// Masks `bytes`; `skipped` are lines, from 1, that are code.
  init(_ bytes: [UInt8], source: Source, skipped: Set<Int>) {
    masked = bytes
    guard bytes.contains(Self.dollar) else { return }
    var start: Int?
    for line in 1...source.lineCount + 1 {
      let range = source.lineRange(line)
      let isBlank = bytes[range.lower..<min(range.upper, bytes.count)].allSatisfy { $0 == 32 || $0 == 9 }
      if isBlank || skipped.contains(line) || line > source.lineCount {
        if let lower = start { mask(SourceRange(lower, range.lower)) }
        start = nil
      } else if start == nil {
        start = range.lower
      }
    }
  }

  /// Masks the formulas of one paragraph.
  private mutating func mask(_ range: SourceRange) {
    var index = range.lower
    while index < range.upper {
      switch masked[index] {
      case UInt8(ascii: "\\"): index += 2
      case Self.tick: index = masked.endOfCodeSpan(at: index, limit: range.upper)
      case Self.dollar:
        let length = index + 1 < range.upper && masked[index + 1] == Self.dollar ? 2 : 1
        if let end = close(from: index + length, length: length, limit: range.upper) {
          hide(SourceRange(index + length, end), length: length)
          index = end + length
        } else {
          index += length
        }
      default: index += 1
      }
    }
  }

  /// Where the formula that begins at `lower` ends; nil when it is none.
  private func close(from lower: Int, length: Int, limit: Int) -> Int? {
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 || byte == Self.newline }
    guard lower < limit, length == 2 || !isSpace(masked[lower]) else { return nil }
    if lower > length && masked[lower - length - 1] == Self.tick { return nil }
    var index = lower
    while index + length <= limit {
      if masked[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if masked[index] == Self.dollar {
        let after = index + length < masked.count ? masked[index + length] : 32
        if length == 2 {
          if masked[index + 1] == Self.dollar { return index > lower && after != Self.tick ? index : nil }
        } else if index == lower || isSpace(masked[index - 1]) || (48...57).contains(after)
          || after == Self.tick
        {
          return nil
        } else {
          return index
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func hide(_ inside: SourceRange, length: Int) {
    formulas[inside.lower] = (inside.upper, length == 2)
    for index in inside.lower - length..<inside.upper + length {
      let isInside = inside.lower <= index && index < inside.upper
      if !isInside {
        masked[index] = Self.tick
      } else if masked[index] != Self.newline && !isQuotePrefix(index) {
        masked[index] = UInt8(ascii: "x")
      }
    }
  }

  /// Whether `index` is in the `> ` or the spaces that a line begins with.
  private func isQuotePrefix(_ index: Int) -> Bool {
    var place = index
    while place >= 0, masked[place] == 32 || masked[place] == UInt8(ascii: ">") { place -= 1 }
    return place < index && (place < 0 || masked[place] == Self.newline)
  }
}

extension [UInt8] {
  /// How many backticks stand at `index`.
  func backticks(at index: Int, limit: Int) -> Int {
    var end = index
    while end < limit && self[end] == UInt8(ascii: "`") { end += 1 }
    return end - index
  }

  /// The start of the backticks that close the code span opened by `length` backticks before `index`.
  func closingBackticks(_ length: Int, from index: Int, limit: Int) -> Int? {
    var place = index
    while place < limit {
      guard self[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let found = backticks(at: place, limit: limit)
      if found == length { return place }
      place += found
    }
    return nil
  }

  /// The end of the code span that the backticks at `index` open, or of these backticks when they open none.
  func endOfCodeSpan(at index: Int, limit: Int) -> Int {
    let length = backticks(at: index, limit: limit)
    return closingBackticks(length, from: index + length, limit: limit).map { $0 + length } ?? index + length
  }
}

extension MathMask {
  /// Reports the formulas that cannot be read, each at the command or the place where it goes wrong.
  func check(_ source: Source, _ diagnostics: inout Diagnostics) {
    for (lower, formula) in formulas.sorted(by: { $0.key < $1.key }) {
      guard let fault = MathFormula(source.text(SourceRange(lower, formula.upper))).fault else { continue }
      let range = SourceRange(lower + fault.range.lowerBound, lower + fault.range.upperBound)
      guard let command = fault.command else {
        diagnostics.report(.unreadFormula, "the formula cannot be read from here on", at: range)
        continue
      }
      let nearest = Suggestion.nearest(to: String(command.dropFirst()), among: FormulaSymbols.commands)
      diagnostics.report(
        .unreadFormula, "formulas have no command \(command)", at: range,
        helps: nearest.map { ["did you mean \\\($0)?"] } ?? [])
    }
  }
}
