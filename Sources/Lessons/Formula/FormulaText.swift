/// A formula as readable text: `\frac{T_{cur}}{T_{max}}` as `T_cur/T_max`.
///
/// Sub- and superscripts are characters where Unicode has them all;
/// what cannot be read stands as it was written.
public enum FormulaText {
  private typealias Node = MathFormula.Node

  /// Stands for `\quad` and wider, where a formula that is too long for a line is broken.
  private static let gap: Character = "\u{2003}"

  /// The text of `latex`; rows of cases and matrices stand on lines of their own.
  public static func text(of latex: String) -> String { parts(of: latex).joined(separator: "  ") }

  /// What stands between the wide gaps of `latex`; rows of cases and matrices keep theirs.
  public static func parts(of latex: String) -> [String] {
    guard let tree = MathFormula(latex).tree else { return [latex] }
    let text = text(tree)
    guard !text.contains("\n") else { return [text.replacing(String(gap), with: "  ")] }
    return text.split(separator: gap).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func text(_ node: Node) -> String {
    switch node {
    case .identifier(let text), .number(let text), .text(let text), .fence(let text), .function(let text):
      text
    case .operator(let sign): sign == "∣" ? "|" : sign == "⊤" ? "ᵀ" : sign
    case .space(let width): width < 0 ? "" : width < 1 ? " " : String(gap)
    case .row(let nodes): row(nodes)
    case .fraction(let above, let below): fraction(text(above), text(below))
    case .root(let inside, let degree):
      (degree.map { raised(text($0)) } ?? "") + "√"
        + (text(inside).count == 1 ? text(inside) : "(\(text(inside)))")
    case .scripts(let base, let below, let above):
      text(base) + (below.map { lowered(text($0)) } ?? "") + (above.map { raised(text($0)) } ?? "")
    case .accent(let base, let mark): accented(text(base), mark)
    case .matrix(let rows, let left, let right): matrix(rows, left, right)
    }
  }

  /// Parts beside each other: relations and sums with spaces, a product sign after a fraction.
  private static func row(_ nodes: [Node]) -> String {
    var text = ""
    var before: Node?
    for node in nodes {
      let next = isFunction(before) && isSlashed(node) ? "(\(self.text(node)))" : self.text(node)
      guard !next.isEmpty else { continue }
      if isSpaced(node, after: before) {
        text = beside(text, text.isEmpty || text.hasSuffix(" ") ? "\(next) " : " \(next) ")
      } else {
        text = beside(beside(text, joint(before, node, text)), next)
      }
      before = node
    }
    return text.hasSuffix(" ") ? String(text.dropLast()) : text
  }

  /// `left` and `right` beside each other, line by line from the first on.
  private static func beside(_ left: String, _ right: String) -> String {
    guard left.contains("\n") || right.contains("\n") else { return left + right }
    let (left, right) = (lines(left), lines(right))
    let width = left.map(\.count).max() ?? 0
    return (0..<max(left.count, right.count)).map { line in
      let (start, end) = (
        left.indices.contains(line) ? left[line] : "", right.indices.contains(line) ? right[line] : ""
      )
      return end.isEmpty ? start : padded(start, to: width) + end
    }.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }

  /// Whether `node` is a sign that stands between two things.
  private static func isSpaced(_ node: Node, after before: Node?) -> Bool {
    guard case .operator(let sign) = node else { return false }
    if "+−".contains(sign) {
      return switch before {
      case nil, .operator("("), .operator("["), .operator(","), .operator("="), .fence: before == .fence(")")
      case .operator(let other): ")]|‖!".contains(other)
      default: true
      }
    }
    return "=<>·×÷±∓∗⊙⊕⊗≤≥≠≈≡∼∝≪≫∈∉⊂⊆∪∩→←⇒↦∣∧∨".contains(sign)
  }

  /// What stands between two parts that no sign parts: a product sign after a slash, a space beside a word.
  private static func joint(_ before: Node?, _ node: Node, _ text: String) -> String {
    guard let before, let last = text.last, let first = self.text(node).first, last != " ", first != " ",
      first != gap
    else { return "" }
    if before == .operator(",") { return " " }
    let isThing = first.isLetter || first.isNumber || "√∑∏".contains(first)
    if case .fraction = before, !fractions.values.contains(String(last)), isThing || first == "(" {
      return " · "
    }
    if isFunction(before), isSlashed(node) { return "" }
    if isWord(before), isThing { return " " }
    if isWord(node), last.isLetter || last.isNumber || last == ")" { return " " }
    if case .scripts = before, isThing { return " " }
    return ""
  }

  private static func isWord(_ node: Node) -> Bool {
    switch node {
    case .function, .text: true
    case .scripts(let base, _, _): isWord(base)
    default: false
    }
  }

  private static func isFunction(_ node: Node?) -> Bool {
    switch node {
    case .function: true
    case .scripts(let base, _, _): isFunction(base)
    default: false
    }
  }

  /// Whether `node` is a fraction that is written with a slash.
  private static func isSlashed(_ node: Node) -> Bool {
    guard case .fraction = node else { return false }
    return !fractions.values.contains(text(node))
  }

  private static let fractions = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/8": "⅛",
  ]

  private static func fraction(_ above: String, _ below: String) -> String {
    let isCall =
      below.hasPrefix("√(") || FormulaSymbols.functions.contains(String(below.prefix { $0.isLetter }))
    let left = isProduct(above) ? above : "(\(above))"
    let right = isProduct(below) && (isCall || !below.contains("(")) ? below : "(\(below))"
    return fractions["\(above)/\(below)"] ?? left + "/" + right
  }

  /// Whether `text` has, outside of brackets, nothing but letters and numbers beside each other.
  private static func isProduct(_ text: String) -> Bool {
    var depth = 0
    return text.allSatisfy { sign in
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      return depth > 0 || sign.isLetter || sign.isNumber || ")_.√′\u{302}\u{304}".contains(sign)
    }
  }

  /// Marks that combine with the character before them; over more than one the mark is named.
  private static func accented(_ base: String, _ mark: String) -> String {
    let marks = [
      "^": "\u{302}", "¯": "\u{304}", "~": "\u{303}", "→": "\u{20d7}", "˙": "\u{307}", "¨": "\u{308}",
    ]
    guard base.count == 1, let combining = marks[mark] else { return "(\(base))" + mark }
    return base + combining
  }

  /// Rows whose columns stand under one another.
  private static func matrix(_ rows: [[Node]], _ left: String, _ right: String) -> String {
    let cells = rows.map { $0.map { text($0) } }
    let widths = (0..<(cells.map(\.count).max() ?? 0)).map { column in
      cells.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return cells.map { row in
      let open = right.isEmpty ? row.count - 1 : row.count
      let aligned = row.enumerated().map { $0 < open ? padded($1, to: widths[$0]) : $1 }
      return left + aligned.joined(separator: "  ") + right
    }.joined(separator: "\n")
  }

  private static func raised(_ text: String) -> String { script(text, superscripts, mark: "^") }

  private static func lowered(_ text: String) -> String { script(text, subscripts, mark: "_") }

  /// `text` raised or lowered: as characters where there are such, else after `mark`; words stay words.
  private static func script(_ text: String, _ signs: [Character: Character], mark: String) -> String {
    let compact = text.filter { $0 != " " }
    let longest = compact.split { !$0.isLetter }.map(\.count).max() ?? 0
    if longest < 3, !compact.isEmpty, compact.allSatisfy({ signs[$0] != nil }) {
      return String(compact.compactMap { signs[$0] })
    }
    return mark + (compact.allSatisfy { $0.isLetter || $0.isNumber } ? compact : "(\(compact))")
  }

  private static let superscripts = zipped(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzTβγ∗′⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞ∗′ᵀ")
  private static let subscripts = zipped(
    "0123456789+−=()aehijklmnoprstuvxβγρχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵪ")

  private static func zipped(_ plain: String, _ script: String) -> [Character: Character] {
    Dictionary(zip(plain, script)) { first, _ in first }
  }
}
