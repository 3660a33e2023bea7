import Engine

/// Compiles a schedule's expression of `epoch`, as Python or as a lesson writes it,
/// to the engine's stack program.
struct FormulaCompiler {
  private var program: [Formula.Instruction] = []
  /// What the epoch may be called.
  private var variables: Set<String> = ["epoch", "e"]

  /// The formula of `text`; a leading `lambda epoch:` may stand there.
  static func compile(_ text: String) throws(ExpressionError) -> Formula {
    let bytes = Array(text.utf8)
    let whole = SourceRange(0, bytes.count)
    var compiler = FormulaCompiler()
    var start = 0
    if text.trimmingSpaces.hasPrefix("lambda "), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: bytes[..<colon], as: UTF8.self).trimmingSpaces.dropFirst(6).trimmingSpaces
      compiler.variables = [name]
      start = colon + 1
    }
    try compiler.add(Self.parse(SourceRange(start, bytes.count), of: bytes))
    guard let formula = Formula(compiler.program, text: text) else {
      throw ExpressionError(.invalidFormula, "the expression has no value", at: whole)
    }
    return formula
  }

  /// The value of `text`, an expression without a variable.
  static func constant(_ text: String) throws(ExpressionError) -> Double {
    let bytes = Array(text.utf8)
    var compiler = FormulaCompiler()
    compiler.variables = []
    try compiler.add(Self.parse(SourceRange(0, bytes.count), of: bytes))
    return Formula(compiler.program, text: text)?(0) ?? .nan
  }

  private static func parse(_ range: SourceRange, of bytes: [UInt8]) throws(ExpressionError) -> Expression {
    var parser = try ExpressionParser(range, of: bytes)
    let expression = try parser.expression()
    try parser.finish()
    return expression
  }

  private mutating func add(_ expression: Expression) throws(ExpressionError) {
    switch expression.node {
    case .number(let value): program.append(.constant(value))
    case .name(let name) where variables.contains(name): program.append(.epoch)
    case .name("pi"): program.append(.constant(.pi))
    case .member(let base, "pi") where base.isPythonModule: program.append(.constant(.pi))
    case .negative(let operand): try add([operand], then: .negate)
    case .not(let operand): try add([operand], then: .not)
    case .binary(.quotient, let a, let b):
      try add([a, b], then: .divide)
      program.append(.floor)
    case .binary(let sign, let a, let b):
      guard let instruction = Self.instructions[sign] else { throw unsupported(expression) }
      try add([a, b], then: instruction)
    case .conditional(let condition, let then, let otherwise):
      try add([condition, then, otherwise], then: .select)
    case .call(let name, let arguments): try call(name, arguments, at: expression.range)
    case .name(let name):
      throw ExpressionError(
        .invalidFormula, "a schedule's expression knows no \(name)", at: expression.range,
        helps: ["it knows epoch, numbers, and \(Suggestion.list(Self.functions.map(\.name)))"])
    default: throw unsupported(expression)
    }
  }

  private func unsupported(_ expression: Expression) -> ExpressionError {
    ExpressionError(
      .invalidFormula, "a schedule's expression takes numbers, epoch, operators and functions",
      at: expression.range)
  }

  private mutating func add(
    _ operands: [Expression], then instruction: Formula.Instruction
  ) throws(ExpressionError) {
    for operand in operands { try add(operand) }
    program.append(instruction)
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], at range: SourceRange
  ) throws(ExpressionError) {
    guard let function = Self.functions.first(where: { $0.name == name }) else {
      throw ExpressionError(
        .invalidFormula, "a schedule's expression knows no function \(name)", at: range,
        helps: Suggestion.help(for: name, among: Self.functions.map(\.name)))
    }
    let instruction = function.instruction
    let operands = instruction?.operands ?? 1
    // min and max take any number of values.
    let isChain = function.name == "min" || function.name == "max"
    guard arguments.count == operands || isChain && arguments.count > operands else {
      throw ExpressionError(.invalidFormula, "\(name) takes \(operands) values", at: range)
    }
    for (place, argument) in arguments.enumerated() {
      try add(argument)
      if let instruction, place >= operands - 1 { program.append(instruction) }
    }
  }

  private static let functions: [(name: String, instruction: Formula.Instruction?)] = [
    ("min", .minimum), ("max", .maximum), ("abs", .abs), ("sqrt", .sqrt), ("exp", .exp), ("log", .log),
    ("cos", .cos), ("sin", .sin), ("floor", .floor), ("int", .floor), ("pow", .power), ("float", nil),
  ]

  private static let instructions: [Expression.Operator: Formula.Instruction] = [
    .or: .or, .and: .and, .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual,
    .greater: .greater, .greaterOrEqual: .greaterOrEqual, .add: .add, .subtract: .subtract,
    .multiply: .multiply, .divide: .divide, .remainder: .remainder, .power: .power,
  ]
}
