/// A formula in LaTeX's notation as readable text: `\frac{T_{cur}}{T_{max}}` as `T_cur/T_max`.
///
/// Greek and operators are their characters, sub- and superscripts too where Unicode has them all. What is not
/// known stays as it was written, without its backslash; nothing is an error here.
struct FormulaText {
  /// The text of `latex`; rows of cases, matrices and `\\` stand on lines of their own.
  static func text(of latex: String) -> String {
    var parser = FormulaText(latex)
    let text = parser.sequence(depth: 0, until: nil)
    return text.split(separator: "\n", omittingEmptySubsequences: true)
      .map { squeezed(String($0)) }.joined(separator: "\n")
  }

  private var rest: Substring

  private init(_ latex: String) { rest = latex[...] }

  /// What is nested deeper than this is left out.
  private static let deepest = 40

  /// Everything up to `end` or the end of the formula.
  private mutating func sequence(depth: Int, until end: Character?) -> String {
    var text = ""
    while let next = rest.first {
      if next == end || next == "}" && depth > 0 {
        rest.removeFirst()
        return text
      }
      join(&text, atom(depth: depth, after: text))
    }
    return text
  }

  /// The next thing: a character, a group, a command with its arguments, or a script.
  private mutating func atom(depth: Int, after text: String) -> String {
    let next = rest.removeFirst()
    guard depth < Self.deepest else { return "" }
    switch next {
    case "{": return sequence(depth: depth + 1, until: "}")
    case "}": return ""
    case "^": return Self.script(argument(depth: depth), FormulaSymbols.superscripts, mark: "^")
    case "_": return Self.script(argument(depth: depth), FormulaSymbols.subscripts, mark: "_")
    case "\\": return command(depth: depth)
    case "&", "~": return " "
    case " ", "\n", "\t": return rest.first == " " || text.isEmpty ? "" : "\u{200b}"
    case "-": return Self.spaced("−", after: text)
    case "+", "=", "<", ">": return Self.spaced(String(next), after: text)
    case "*": return "∗"
    case ",": return ", "
    case "'": return "′"
    default: return String(next)
    }
  }

  /// What a command takes: a group, a command, or one character.
  private mutating func argument(depth: Int) -> String {
    while rest.first == " " { rest.removeFirst() }
    guard rest.first != nil else { return "" }
    return Self.squeezed(atom(depth: depth + 1, after: ""))
  }

  private mutating func command(depth: Int) -> String {
    guard let first = rest.first else { return "" }
    guard first.isASCII, first.isLetter else {
      rest.removeFirst()
      return FormulaSymbols.escapes[first] ?? String(first)
    }
    let name = String(rest.prefix { $0.isASCII && $0.isLetter })
    rest.removeFirst(name.count)
    if let symbol = FormulaSymbols.symbols[name] { return symbol }
    if let relation = FormulaSymbols.relations[name] { return " \(relation) " }
    if let mark = FormulaSymbols.accents[name] {
      let base = argument(depth: depth)
      return base.count == 1 ? base + mark : "\(name)(\(base))"
    }
    return structure(name, depth: depth)
  }

  private mutating func structure(_ name: String, depth: Int) -> String {
    switch name {
    case "frac", "tfrac", "dfrac":
      let (top, bottom) = (argument(depth: depth), argument(depth: depth))
      return FormulaSymbols.fractions["\(top)/\(bottom)"] ?? Self.grouped(top) + "/" + Self.grouped(bottom)
    case "sqrt": return "√" + Self.grouped(argument(depth: depth), always: true)
    case "text", "mathrm", "operatorname", "mathbf", "mathit", "mathsf", "boldsymbol", "mathcal", "textbf",
      "textit":
      return argument(depth: depth)
    case "left", "right":
      if rest.first == "." { rest.removeFirst() }
      return ""
    case "begin":
      let kind = argument(depth: depth)
      return kind == "cases" ? "{ " : "\n"
    case "end":
      _ = argument(depth: depth)
      return "\n"
    case "displaystyle", "limits", "nolimits", "big", "Big", "bigl", "bigr", "Bigl", "Bigr": return ""
    case "quad", "qquad": return "  "
    default: return FormulaSymbols.functions.contains(name) ? name + "\u{200b}" : name
    }
  }

  /// Puts `next` after `text`: a product sign where a fraction would run into it, a space where a name would.
  private func join(_ text: inout String, _ next: String) {
    guard next != "\u{200b}" else { return text.hasSuffix(" ") ? () : text.append("\u{200b}") }
    let last = text.last { $0 != "\u{200b}" }
    let isApart = text.hasSuffix("\u{200b}")
    if isApart { text.removeLast() }
    if let first = next.first, let last,
      first.isLetter || first == "(" && endsInFraction(text) || first.isNumber
    {
      if endsInFraction(text) {
        text += " · "
      } else if isApart, last.isLetter || last.isNumber || last == ")" {
        text += " "
      }
    }
    text += next
  }

  private func endsInFraction(_ text: String) -> Bool {
    guard let slash = text.lastIndex(of: "/") else { return false }
    let after = text[text.index(after: slash)...]
    return !after.isEmpty
      && (after.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        || after.first == "(" && after.last == ")"
          && after.firstIndex(of: ")") == after.index(before: after.endIndex))
  }

  /// `argument` raised or lowered: as characters where there are such, else after `mark`.
  private static func script(_ argument: String, _ signs: [Character: Character], mark: String) -> String {
    let compact = argument.filter { $0 != " " }
    let longest = compact.split { !$0.isLetter }.map(\.count).max() ?? 0
    if longest < 3, !compact.isEmpty, compact.allSatisfy({ signs[$0] != nil }) {
      return String(compact.compactMap { signs[$0] })
    }
    return mark + (compact.allSatisfy { $0.isLetter || $0.isNumber } ? compact : "(\(compact))")
  }

  /// `text` in parentheses unless it is one thing.
  private static func grouped(_ text: String, always: Bool = false) -> String {
    let isOne = text.allSatisfy { $0.isLetter || $0.isNumber || "_.√′".contains($0) }
    return isOne && !(always && text.count > 1) ? text : "(\(text))"
  }

  /// A sign with spaces where it stands between two things, without where it stands before one.
  private static func spaced(_ sign: String, after text: String) -> String {
    guard let last = text.last(where: { $0 != " " && $0 != "\u{200b}" }) else { return sign }
    return "([{,=<>+−·×≤≥≈∝→/".contains(last) && "+−".contains(sign) ? sign : " \(sign) "
  }

  private static func squeezed(_ text: String) -> String {
    var result = ""
    for character in text where character != "\u{200b}" && !(character == " " && (result.last ?? " ") == " ")
    {
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}
