/// Reads expressions by precedence climbing.
///
/// From loose to tight: `if else`, `or`, `and`, `not`, comparisons, `+ -`, `* / %`, unary `-`, `^`.
struct ExpressionParser {
  private var lexer: Lexer
  private(set) var token: Token
  private var depth = 0
  private var count = 0
  private var last: SourceRange

  /// How deep brackets may nest, and of how many words and signs an expression may be.
  private static let deepest = 32
  private static let longest = 256

  init(_ range: SourceRange, of source: Source) throws(ExpressionError) {
    try self.init(range, of: source.bytes)
  }

  init(_ range: SourceRange, of bytes: [UInt8]) throws(ExpressionError) {
    lexer = Lexer(range, of: bytes)
    token = try lexer.next()
    last = token.range
  }

  /// The expression up to the end or the bar of a format.
  mutating func expression() throws(ExpressionError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ExpressionError(
        .tooLong, "the expression nests deeper than \(Self.deepest) levels", at: token.range)
    }
    let then = try binary(0)
    guard try accept(name: "if") else { return then }
    let condition = try binary(0)
    guard try accept(name: "else") else { throw expected("else and what holds otherwise") }
    let otherwise = try expression()
    return Expression(
      node: .conditional(condition: condition, then: then, otherwise: otherwise),
      range: then.range.through(otherwise.range))
  }

  private mutating func binary(_ lowest: Int) throws(ExpressionError) -> Expression {
    var left = try unary()
    while let (sign, level) = infix(), level >= lowest {
      try advance()
      // `^` binds to the right; comparisons do not chain.
      let right = try binary(sign == .power ? level : level + 1)
      left = Expression(node: .binary(sign, left, right), range: left.range.through(right.range))
      if level == Self.comparison, let (_, next) = infix(), next == level {
        throw ExpressionError(
          .invalidExpression, "comparisons do not chain", at: left.range.through(token.range),
          helps: ["write two of them with and between"])
      }
    }
    return left
  }

  private static let comparison = 3
  private static let unaryMinus = 6

  private func infix() -> (Expression.Operator, Int)? {
    let text: String
    switch token.kind {
    case .sign(let sign): text = sign
    case .name(let name): text = name
    default: return nil
    }
    guard let found = Expression.Operator(rawValue: text) else { return nil }
    switch found {
    case .or: return (found, 0)
    case .and: return (found, 1)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .about:
      return (found, Self.comparison)
    case .add, .subtract: return (found, 4)
    case .multiply, .divide, .quotient, .remainder: return (found, 5)
    case .power: return (found, 7)
    }
  }

  private mutating func unary() throws(ExpressionError) -> Expression {
    let start = token.range
    if token.kind == .name("not") {
      try advance()
      let operand = try binary(2)
      return Expression(node: .not(operand), range: start.through(operand.range))
    }
    if token.kind == .sign("-") || token.kind == .sign("+") {
      let isNegative = token.kind == .sign("-")
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else {
        throw ExpressionError(.tooLong, "too many signs in a row", at: start)
      }
      try advance()
      let operand = try binary(Self.unaryMinus)
      return Expression(
        node: isNegative ? .negative(operand) : operand.node, range: start.through(operand.range))
    }
    return try postfix(primary())
  }

  private mutating func postfix(_ base: Expression) throws(ExpressionError) -> Expression {
    var base = base
    while true {
      if try accept(sign: "[") {
        let first = try expression()
        let node: Expression.Node
        if try accept(sign: "...") {
          node = .slice(base, first: first, last: try expression())
        } else {
          node = .element(base, first)
        }
        base = Expression(node: node, range: base.range.through(try close("]")))
      } else if try accept(sign: ".") {
        guard case .name(let name) = token.kind else { throw expected("a name after the point") }
        base = Expression(node: .member(base, name), range: base.range.through(token.range))
        try advance()
      } else if let name = base.callee, try accept(sign: "(") {
        let arguments = try list(until: ")")
        base = Expression(node: .call(name, arguments), range: base.range.through(try close(")")))
      } else {
        return base
      }
    }
  }

  private mutating func primary() throws(ExpressionError) -> Expression {
    let start = token
    try advance()
    switch start.kind {
    case .number(let value): return Expression(node: .number(value), range: start.range)
    case .text(let text): return Expression(node: .text(text), range: start.range)
    case .name(let name) where !["and", "or", "not", "if", "else"].contains(name):
      return Expression(node: .name(name), range: start.range)
    case .sign("("):
      let inner = try expression()
      return Expression(node: inner.node, range: start.range.through(try close(")")))
    case .sign("["):
      let items = try list(until: "]")
      return Expression(node: .list(items), range: start.range.through(try close("]")))
    default:
      throw expected("a number, a name or a bracket", at: start)
    }
  }

  private mutating func list(until sign: String) throws(ExpressionError) -> [Expression] {
    var items: [Expression] = []
    if token.kind == .sign(sign) { return items }
    repeat { items.append(try expression()) } while try accept(sign: ",")
    return items
  }

  private mutating func close(_ sign: String) throws(ExpressionError) -> SourceRange {
    guard try accept(sign: sign) else { throw expected(sign) }
    return last
  }

  private mutating func accept(sign: String) throws(ExpressionError) -> Bool { try accept(.sign(sign)) }

  private mutating func accept(name: String) throws(ExpressionError) -> Bool { try accept(.name(name)) }

  /// Takes the token if it is of `kind`.
  private mutating func accept(_ kind: Token.Kind) throws(ExpressionError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Goes on to the next token.
  mutating func advance() throws(ExpressionError) {
    last = token.range
    count += 1
    guard count <= Self.longest else {
      throw ExpressionError(
        .tooLong, "the expression has more than \(Self.longest) words and signs", at: last)
    }
    token = try lexer.next()
  }

  /// The error that says what should stand where `token` (or `place`) is.
  func expected(_ what: String, at place: Token? = nil) -> ExpressionError {
    let place = place ?? token
    if place.kind == .end {
      return ExpressionError(
        .invalidExpression, "the expression ends where \(what) should stand", at: place.range)
    }
    let helps = place.kind == .sign("=") ? ["to compare, write =="] : []
    return ExpressionError(
      .invalidExpression, "\(what) should stand here", at: place.range, helps: helps)
  }

  /// Throws unless everything was read.
  func finish() throws(ExpressionError) {
    guard token.kind == .end else { throw expected("the end of the expression or an operator") }
  }
}

extension Expression {
  /// The function that brackets after it would call: a name, or one of a Python module such as `math.cos`.
  fileprivate var callee: String? {
    switch node {
    case .name(let name): name
    case .member(let base, let name): base.isPythonModule ? name : nil
    default: nil
    }
  }

  /// Whether it names a module that Python's formulas take functions from.
  var isPythonModule: Bool {
    if case .name(let name) = node { ["math", "np", "numpy", "torch"].contains(name) } else { false }
  }
}
