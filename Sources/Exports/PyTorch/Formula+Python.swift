import Engine

extension Formula {
  /// The expression in Python, with only the parentheses that it needs.
  var python: String {
    var stack: [Term] = []
    for instruction in program {
      let operands = Array(stack.suffix(instruction.operands))
      stack.removeLast(operands.count)
      stack.append(instruction.term(operands))
    }
    return stack.last?.text ?? "1"
  }

  /// Whether it calls functions of `math`.
  var usesMath: Bool { python.contains("math.") }

  /// A part of the expression, and how strongly it binds: as Python's table of operators, from 0.
  fileprivate struct Term {
    var text: String
    var strength: Int
    /// Whether it is a truth value, which `and` and `or` pass on as it is.
    var isTruth = false

    /// In parentheses unless it binds at least as strongly as `strength`.
    func bound(_ strength: Int) -> String { self.strength >= strength ? text : "(\(text))" }
  }
}

extension Formula.Instruction {
  /// The operators that stand between two operands: what binds how strongly.
  private var sign: (text: String, strength: Int)? {
    switch self {
    case .or: ("or", 1)
    case .and: ("and", 2)
    case .equal: ("==", 4)
    case .notEqual: ("!=", 4)
    case .less: ("<", 4)
    case .lessOrEqual: ("<=", 4)
    case .greater: (">", 4)
    case .greaterOrEqual: (">=", 4)
    case .add: ("+", 5)
    case .subtract: ("-", 5)
    case .multiply: ("*", 6)
    case .divide: ("/", 6)
    case .remainder: ("%", 6)
    case .power: ("**", 8)
    default: nil
    }
  }

  private var function: String? {
    switch self {
    case .minimum: "min"
    case .maximum: "max"
    case .abs: "abs"
    case .sqrt: "math.sqrt"
    case .exp: "math.exp"
    case .log: "math.log"
    case .cos: "math.cos"
    case .sin: "math.sin"
    case .floor: "math.floor"
    default: nil
    }
  }

  fileprivate func term(_ operands: [Formula.Term]) -> Formula.Term {
    if let function {
      return .init(text: "\(function)(\(operands.map(\.text).joined(separator: ", ")))", strength: 10)
    }
    if let (text, strength) = sign { return binary(text, strength, operands) }
    switch self {
    case .constant(let value):
      let text = value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
      return .init(text: text, strength: value < 0 ? 7 : 10)
    case .negate: return .init(text: "-" + operands[0].bound(7), strength: 7)
    case .not: return .init(text: "not " + operands[0].bound(3), strength: 3, isTruth: true)
    case .select:
      let (condition, then, otherwise) = (operands[0].bound(1), operands[1].bound(1), operands[2].bound(0))
      return .init(text: "\(then) if \(condition) else \(otherwise)", strength: 0)
    default: return .init(text: "epoch", strength: 10)
    }
  }

  private func binary(_ sign: String, _ strength: Int, _ operands: [Formula.Term]) -> Formula.Term {
    var operands = operands
    if strength < 3 {
      // Python's `and` and `or` answer with an operand, and the lesson's with 1 or 0.
      operands = operands.map { $0.isTruth ? $0 : .init(text: "bool(\($0.text))", strength: 10) }
    }
    // A power binds its right operand first, and comparisons would chain.
    let (left, right) = strength == 8 ? (9, 7) : strength == 4 ? (5, 5) : (strength, strength + 1)
    return .init(
      text: "\(operands[0].bound(left)) \(sign) \(operands[1].bound(right))", strength: strength,
      isTruth: strength < 5)
  }
}
