/// Reads LaTeX's notation, character by character.
struct FormulaReader {
  private let characters: [Character]
  private var place = 0
  private var depth = 0
  /// The first command that is not known, in characters.
  private var unknown: Range<Int>?
  private static let deepest = 64

  init(_ source: String) { characters = Array(source) }

  /// The whole formula; nil where something in it is not known.
  mutating func read() -> MathFormula.Node? {
    guard let row = row(), place == characters.count else { return nil }
    return row
  }

  /// What could not be read.
  var fault: MathFormula.Fault {
    let found = unknown ?? place..<min(place + 1, characters.count)
    let bytes = { (place: Int) in String(characters[..<place]).utf8.count }
    return MathFormula.Fault(
      command: unknown.map { String(characters[$0]) },
      range: bytes(found.lowerBound)..<bytes(found.upperBound))
  }

  /// Parts up to the end of a group, a cell, a row or an environment.
  private mutating func row() -> MathFormula.Node? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    var parts: [MathFormula.Node] = []
    while let next = peek(), next != "}", next != "&", !comes("\\\\"), !comes("\\end"), !comes("\\right") {
      guard let part = scripted() else { return nil }
      parts.append(part)
      skipBlanks()
    }
    return parts.count == 1 ? parts[0] : .row(parts)
  }

  /// One part with the scripts that follow it.
  private mutating func scripted() -> MathFormula.Node? {
    guard let base = comes("^") || comes("_") ? .row([]) : part() else { return nil }
    var below: MathFormula.Node?
    var above: MathFormula.Node?
    while let next = peek(), next == "^" || next == "_" || next == "'" {
      place += 1
      if next == "'" {
        above = .row([above, .operator("′")].compactMap { $0 })
      } else if next == "^", above == nil {
        guard let script = part() else { return nil }
        above = script
      } else if next == "_", below == nil {
        guard let script = part() else { return nil }
        below = script
      } else {
        return nil
      }
    }
    return below == nil && above == nil ? base : .scripts(base, below: below, above: above)
  }

  private mutating func part() -> MathFormula.Node? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest, let next = peek() else { return nil }
    switch next {
    case "{": return group()
    case "\\": return command()
    case _ where next.isNumber: return .number(take { $0.isNumber || $0 == "." })
    case _ where next.isLetter: return .identifier(take(1))
    case "-": return take(1).isEmpty ? nil : .operator("−")
    case "*": return take(1).isEmpty ? nil : .operator("∗")
    case "^", "_", "&", "}", "#", "%", "$": return nil
    default: return .operator(take(1))
    }
  }

  private mutating func group() -> MathFormula.Node? {
    guard accept("{"), let row = row(), accept("}") else { return nil }
    return row
  }

  private mutating func command() -> MathFormula.Node? {
    let start = place
    let name = commandName()
    if let symbol = FormulaSymbols.identifiers[name] { return .identifier(symbol) }
    if let symbol = FormulaSymbols.operators[name] ?? FormulaSymbols.large[name] { return .operator(symbol) }
    if FormulaSymbols.functions.contains(name) { return .function(name) }
    if let width = FormulaSymbols.spaces[name] { return .space(width) }
    if FormulaSymbols.texts.contains(name) { return verbatim().map { .text($0) } }
    if let mark = FormulaSymbols.accents[name] { return part().map { .accent($0, mark) } }
    switch name {
    case "frac", "tfrac", "dfrac":
      guard let above = part(), let below = part() else { return nil }
      return .fraction(above, below)
    case "sqrt":
      let degree = peek() == "[" ? bracketed() : nil
      return part().map { .root($0, degree: degree) }
    case "left": return fenced()
    case "begin": return environment()
    case "mathbb", "mathcal": return verbatim().map { .identifier(Self.doubleStruck[$0] ?? $0) }
    case "mathbf", "boldsymbol", "bm", "displaystyle", "textstyle", "limits", "big", "Big", "bigl", "bigr":
      return name.hasPrefix("math") || name.hasPrefix("b") && name.count < 3 ? part() : .row([])
    default:
      unknown = unknown ?? start..<place
      return nil
    }
  }

  private static let doubleStruck = ["E": "𝔼", "R": "ℝ", "N": "ℕ", "Z": "ℤ", "P": "ℙ", "1": "𝟙"]

  /// `\left( … \right)`, after `\left`.
  private mutating func fenced() -> MathFormula.Node? {
    guard let left = bracket(), let row = row(), comes("\\right") else { return nil }
    place += "\\right".count
    guard let right = bracket() else { return nil }
    return .row([.fence(left), row, .fence(right)])
  }

  /// One bracket; a dot stands for none.
  private mutating func bracket() -> String? {
    guard let next = peek() else { return nil }
    if next == "\\" { return FormulaSymbols.operators[commandName()] }
    place += 1
    return next == "." ? "" : String(next)
  }

  /// `\begin{cases} … \end{cases}`, after `\begin`.
  private mutating func environment() -> MathFormula.Node? {
    guard let name = verbatim(), let brackets = FormulaSymbols.matrices[name] else { return nil }
    var rows: [[MathFormula.Node]] = [[]]
    while true {
      guard let cell = row() else { return nil }
      rows[rows.count - 1].append(cell)
      if accept("&") { continue }
      guard comes("\\\\") else { break }
      place += 2
      if !comes("\\end") { rows.append([]) }
    }
    guard comes("\\end") else { return nil }
    place += "\\end".count
    guard verbatim() == name else { return nil }
    return .matrix(rows, left: brackets.left, right: brackets.right)
  }

  private mutating func bracketed() -> MathFormula.Node? {
    place += 1
    let inside = take { $0 != "]" }
    guard accept("]") else { return nil }
    var reader = FormulaReader(inside)
    return reader.read()
  }

  /// The text of a group as it stands.
  private mutating func verbatim() -> String? {
    guard accept("{") else { return nil }
    let text = take { $0 != "}" && $0 != "{" }
    return accept("}") ? text.replacing("\\_", with: "_") : nil
  }

  /// `\name`: letters, or one other character.
  private mutating func commandName() -> String {
    place += 1
    let letters = take { $0.isASCII && $0.isLetter }
    return letters.isEmpty ? take(1) : letters
  }
}

// Characters.
extension FormulaReader {
  private mutating func skipBlanks() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  private mutating func peek() -> Character? {
    skipBlanks()
    return place < characters.count ? characters[place] : nil
  }

  private mutating func comes(_ text: String) -> Bool {
    skipBlanks()
    guard characters[place...].starts(with: text) else { return false }
    let after = place + text.count
    let isWord = text.last?.isLetter == true && after < characters.count && characters[after].isLetter
    return !isWord
  }

  private mutating func accept(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    place += 1
    return true
  }

  private mutating func take(_ count: Int) -> String {
    let end = min(place + count, characters.count)
    defer { place = end }
    return String(characters[place..<end])
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = place
    while place < characters.count, belongs(characters[place]) { place += 1 }
    return String(characters[start..<place])
  }
}
