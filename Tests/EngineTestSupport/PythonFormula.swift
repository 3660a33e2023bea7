import Engine

/// Reads the expressions that stand in the goldens for Python's lambdas, such as `0.5 if e%7==0 else 1`.
///
/// By recursive descent, each rule answering with the program of what it read;
/// lessons have a parser of their own.
package struct PythonFormula {
  package enum Failure: Error { case unexpected(String, in: String) }
  private typealias Program = [Formula.Instruction]

  private let text: String
  private var tokens: ArraySlice<String>

  /// The formula of the expression `text`, whose variable is `e` or `epoch`.
  package static func parse(_ text: String) throws -> Formula {
    let body = text.wholeMatch(of: /\s*lambda\s+\w+\s*:(.*)/).map { String($0.1) } ?? text
    let pattern = /\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|[A-Za-z_.]+|\*\*|\/\/|[=!<>]=|\S/
    var parser = PythonFormula(text: text, tokens: ArraySlice(body.matches(of: pattern).map { String($0.0) }))
    let program = try parser.conditional()
    guard parser.tokens.isEmpty, let formula = Formula(program, text: text) else { throw parser.failure }
    return formula
  }

  private var failure: Failure { .unexpected(tokens.first ?? "end", in: text) }

  private mutating func take(_ options: String...) -> String? {
    guard let token = tokens.first, options.contains(token) else { return nil }
    return tokens.popFirst()
  }

  private mutating func expect(_ token: String) throws {
    guard take(token) != nil else { throw failure }
  }

  private mutating func conditional() throws -> Program {
    let value = try disjunction()
    guard take("if") != nil else { return value }
    let condition = try disjunction()
    try expect("else")
    return condition + value + (try conditional()) + [.select]
  }

  private mutating func disjunction() throws -> Program {
    var program = try conjunction()
    while take("or") != nil { program += try conjunction() + [.or] }
    return program
  }

  private mutating func conjunction() throws -> Program {
    var program = try negation()
    while take("and") != nil { program += try negation() + [.and] }
    return program
  }

  private mutating func negation() throws -> Program {
    take("not") != nil ? try negation() + [.not] : try comparison()
  }

  private mutating func comparison() throws -> Program {
    let left = try sum()
    switch take("==", "!=", "<", "<=", ">", ">=") {
    case "==": return left + (try sum()) + [.equal]
    case "!=": return left + (try sum()) + [.notEqual]
    case "<": return left + (try sum()) + [.less]
    case "<=": return left + (try sum()) + [.lessOrEqual]
    case ">": return left + (try sum()) + [.greater]
    case ">=": return left + (try sum()) + [.greaterOrEqual]
    default: return left
    }
  }

  private mutating func sum() throws -> Program {
    var program = try term()
    while let sign = take("+", "-") { program += try term() + [sign == "+" ? .add : .subtract] }
    return program
  }

  private mutating func term() throws -> Program {
    var program = try factor()
    while let sign = take("*", "/", "//", "%") {
      program += try factor()
      switch sign {
      case "*": program += [.multiply]
      case "/": program += [.divide]
      case "//": program += [.divide, .floor]
      default: program += [.remainder]
      }
    }
    return program
  }

  private mutating func factor() throws -> Program {
    if take("-") != nil { return try factor() + [.negate] }
    let base = try atom()
    return take("**") != nil ? base + (try factor()) + [.power] : base
  }

  private mutating func atom() throws -> Program {
    if take("(") != nil {
      let program = try conditional()
      try expect(")")
      return program
    }
    guard let token = tokens.popFirst() else { throw failure }
    if let number = Double(token) { return [.constant(number)] }
    if token == "e" || token == "epoch" { return [.epoch] }
    if token == "math.pi" { return [.constant(.pi)] }
    return try call(token)
  }

  private mutating func call(_ name: String) throws -> Program {
    let functions: [String: Formula.Instruction] = [
      "min": .minimum, "max": .maximum, "abs": .abs, "math.sqrt": .sqrt, "math.exp": .exp, "math.log": .log,
      "math.cos": .cos, "math.sin": .sin, "math.floor": .floor, "int": .floor,
    ]
    guard let function = functions[name] else { throw failure }
    try expect("(")
    var program = try conditional()
    if function.operands == 1 {
      program += [function]
    } else {
      while take(",") != nil { program += try conditional() + [function] }
    }
    try expect(")")
    return program
  }
}
