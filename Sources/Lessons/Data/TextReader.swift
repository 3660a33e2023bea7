import Engine

/// Turns a text into windows of tokens, each with the token that comes next.
struct TextReader {
  /// Whether tokens are words.
  let byWord: Bool
  /// Tokens in a window.
  let context: Int
  /// Tokens that are read.
  let limit: Int

  /// The windows of `source`, one to a row; their classes are the vocabulary.
  func table(_ source: Source) throws(DataFault) -> Table {
    let tokens = byWord ? words(source.text) : source.text.unicodeScalars.prefix(limit).map(String.init)
    let rows = tokens.count - context
    guard rows > 0 else {
      throw DataFault(
        "has \(tokens.count) \(byWord ? "words" : "characters"), and a window with the next one takes \(context + 1)",
        helps: ["take a longer text or a shorter context"])
    }
    guard Double(rows) * Double(context) <= Bounds.data else {
      throw DataFault(
        "makes \(rows) windows of \(context), and a lesson may read \(Int(Bounds.data)) numbers")
    }
    let vocabulary = Set(tokens).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    let places = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, Double($0)) })
    let numbers = tokens.map { places[$0] ?? 0 }
    var table = Table(
      rows: rows, columns: context, features: (0..<rows).flatMap { numbers[$0..<$0 + context] },
      targets: Array(numbers[context...]), classes: vocabulary.count)
    table.hasTokens = true
    table.classNames = vocabulary.map(Self.visible)
    return table
  }

  /// Runs of letters and digits, with apostrophes within; every other mark alone; no spaces.
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    var run = ""
    for character in text {
      let belongs = character.isLetter || character.isNumber || (!run.isEmpty && "'’".contains(character))
      if belongs { run.append(character) }
      if !belongs && !run.isEmpty {
        words.append(run)
        run = ""
      }
      if !belongs && !character.isWhitespace { words.append(String(character)) }
      if words.count >= limit { return Array(words.prefix(limit)) }
    }
    return run.isEmpty ? words : words + [run]
  }

  /// The token, with a sign in place of a space that could not be seen.
  private static func visible(_ token: String) -> String {
    switch token {
    case " ": "␣"
    case "\n": "⏎"
    case "\t": "⇥"
    default: token
    }
  }
}
