import Lessons

extension HTML {
  /// The formula `source` as MathML.
  init(formula source: String, isBlock: Bool) { self = MathFormula(source).html(isBlock: isBlock) }
}

extension MathFormula {
  /// The formula as MathML, or its source as code where it cannot be read.
  func html(isBlock: Bool) -> HTML {
    guard let tree else { return "<code class=\"latex\">\(source)</code>" }
    return "<math\(" display=\"block\"", if: isBlock)>\(tree.html)</math>"
  }
}

extension MathFormula.Node {
  fileprivate var html: HTML {
    switch self {
    case .identifier(let name): "<mi>\(name)</mi>"
    case .function(let name): "<mi>\(name)</mi><mo>&#x2061;</mo><mspace width=\"0.12em\"/>"
    case .number(let digits): "<mn>\(digits)</mn>"
    case .operator(let sign):
      """
      <mo\(" stretchy=\"false\"", if: !Self.rigid.contains(sign))\
      \(" lspace=\"0\" rspace=\"0\"", if: "|‖".contains(sign))>\(sign)</mo>
      """
    case .fence(let bracket): bracket.isEmpty ? "" : "<mo>\(bracket)</mo>"
    case .text(let text): "<mtext>\(Self.keepingEdges(text))</mtext>"
    case .space(let width): "<mspace width=\"\("\(width)em")\"/>"
    case .row(let parts): "<mrow>\(parts.map(\.html))</mrow>"
    case .fraction(let above, let below): "<mfrac>\(above.group)\(below.group)</mfrac>"
    case .root(let inside, nil): "<msqrt>\(inside.html)</msqrt>"
    case .root(let inside, let degree?): "<mroot>\(inside.group)\(degree.group)</mroot>"
    case .scripts(let base, let below, let above): Self.scripts(base, below, above)
    case .accent(let base, let mark): "<mover accent=\"true\">\(base.group)<mo>\(mark)</mo></mover>"
    case .matrix(let rows, let left, let right): Self.matrix(rows, left, right)
    }
  }

  /// Signs that never grow with what stands beside them.
  private static let rigid: Set = ["=", "+", "−", "·", ",", "<", ">", "≤", "≥", "≈", "∈", "∼", "×", "±", "…"]

  /// The part as one element; a function that stands alone has nothing that it is applied to.
  private var group: HTML {
    switch self {
    case .function(let name): "<mi>\(name)</mi>"
    case .operator, .fence, .space: "<mrow>\(html)</mrow>"
    default: html
    }
  }

  private static func scripts(_ base: Self, _ below: Self?, _ above: Self?) -> HTML {
    // The sign for a prime is raised as it is: raised once more, it would be a speck.
    if let primes = above?.primes {
      return "<mrow>\(scripts(base, below, nil))<mo lspace=\"0\" rspace=\"0\">\(primes)</mo></mrow>"
    }
    let base = (html: base.scriptBase, hasLimits: base.hasLimits)
    return switch (below, above) {
    case (let below?, let above?):
      base.hasLimits
        ? "<munderover>\(base.html)\(below.group)\(above.group)</munderover>"
        : "<msubsup>\(base.html)\(below.group)\(above.group)</msubsup>"
    case (let below?, nil):
      base.hasLimits
        ? "<munder>\(base.html)\(below.group)</munder>" : "<msub>\(base.html)\(below.group)</msub>"
    case (nil, let above?): "<msup>\(base.html)\(above.group)</msup>"
    case (nil, nil): base.html
    }
  }

  /// The primes that the part consists of; nil where it is anything else.
  private var primes: String? {
    switch self {
    case .operator("′"): return "′"
    case .row(let parts) where !parts.isEmpty:
      let primes = parts.compactMap(\.primes)
      return primes.count == parts.count ? primes.joined() : nil
    default: return nil
    }
  }

  /// The part as what scripts hang on.
  private var scriptBase: HTML {
    switch self {
    case .function(let name): "<mi>\(name)</mi>"
    case .operator(let sign) where hasLimits: "<mo movablelimits=\"true\">\(sign)</mo>"
    default: group
    }
  }

  private var hasLimits: Bool {
    switch self {
    case .operator(let sign): FormulaSymbols.large.values.contains(sign)
    case .function(let name): FormulaSymbols.limits.contains(name)
    default: false
    }
  }

  /// `text` with blanks at its ends that MathML keeps.
  private static func keepingEdges(_ text: String) -> String {
    let edge = "\u{a0}"
    return (text.hasPrefix(" ") ? edge : "")
      + text.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()
      + (text.count > 1 && text.hasSuffix(" ") ? edge : "")
  }

  private static func matrix(_ rows: [[Self]], _ left: String, _ right: String) -> HTML {
    let rows = rows.map { cells -> HTML in
      "<mtr>\(cells.map { "<mtd>\($0.html)</mtd>" as HTML })</mtr>"
    }
    let align: HTML = left == "{" ? " columnalign=\"left\" class=\"cases\"" : ""
    return """
      <mrow>\(Self.fence(left).html)<mtable\(align)>\(rows)</mtable>\(Self.fence(right).html)</mrow>
      """
  }
}
