import Engine

/// Puts expressions to a run.
struct Evaluator {
  let environment: Environment
  let source: Source

  /// What `expression` comes to; every number on the way is finite.
  func evaluate(_ expression: Expression) throws(ExpressionError) -> Quantity {
    let quantity = try value(of: expression)
    if case .number(let value) = quantity, !value.isFinite {
      throw ExpressionError(
        .notANumber, "\(source.text(expression.range)) is not a number", at: expression.range,
        label: "\(value)")
    }
    return quantity
  }

  /// What `expression` comes to, a number.
  func number(_ expression: Expression) throws(ExpressionError) -> Double {
    try evaluate(expression).number(at: expression.range)
  }

  /// What `expression` comes to, true or false.
  func truth(_ expression: Expression) throws(ExpressionError) -> Bool {
    let quantity = try evaluate(expression)
    guard case .truth(let value) = quantity else {
      throw ExpressionError(
        .wrongType, "this should be true or false", at: expression.range,
        label: "\(quantity.description) is \(quantity.kind)",
        helps: ["compare it: \(source.text(expression.range)) == …"])
    }
    return value
  }

  private func value(of expression: Expression) throws(ExpressionError) -> Quantity {
    switch expression.node {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .name(let name): return try environment.entries.find(name, in: "", at: expression.range)
    case .list(let items):
      var values: [Double] = []
      for item in items { values.append(try number(item)) }
      return .series(Series(values: values, unit: "place", isExcerpt: true))
    case .member(let base, let name): return try member(base, name, at: expression.range)
    case .element(let base, let index): return try element(of: base, at: index)
    case .slice(let base, let first, let last): return try slice(of: base, from: first, through: last)
    case .call(let name, let arguments): return try call(name, arguments, at: expression.range)
    case .negative(let operand): return .number(-(try number(operand)))
    case .not(let operand): return .truth(!(try truth(operand)))
    case .binary(let sign, let left, let right): return try binary(sign, left, right, at: expression.range)
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try truth(condition) ? then : otherwise)
    }
  }

  private func member(_ base: Expression, _ name: String, at range: SourceRange) throws(ExpressionError)
    -> Quantity
  {
    let quantity = try evaluate(base)
    guard case .group(let group) = quantity else {
      throw ExpressionError(
        .wrongType, "\(source.text(base.range)) has no names of its own", at: range,
        label: "it is \(quantity.kind)")
    }
    return try group.fields.find(name, in: group.name, at: range)
  }

  private func binary(
    _ sign: Expression.Operator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(ExpressionError) -> Quantity {
    switch sign {
    case .or: return .truth(try truth(left) ? true : try truth(right))
    case .and: return .truth(try truth(left) ? try truth(right) : false)
    case .equal, .notEqual:
      let isEqual = try Self.areEqual(try evaluate(left), try evaluate(right), at: range)
      return .truth(isEqual == (sign == .equal))
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .about:
      return .truth(Self.compare(sign, try number(left), try number(right)))
    default:
      let (a, b) = (try number(left), try number(right))
      let result = Self.calculate(sign, a, b)
      guard result.isFinite else {
        let texts = (Numeral.text(a), Numeral.text(b))
        throw ExpressionError(
          .notANumber, "\(source.text(range)) is not a number", at: range,
          label: "\(texts.0) \(sign.rawValue) \(texts.1)")
      }
      return .number(result)
    }
  }

  private static func calculate(_ sign: Expression.Operator, _ a: Double, _ b: Double) -> Double {
    switch sign {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .quotient: (a / b).rounded(.down)
    case .remainder: a - b * (a / b).rounded(.down)
    default: Double.pow(a, b)
    }
  }

  /// Compares numbers: those that `==` takes for equal are neither less nor greater.
  static func compare(_ sign: Expression.Operator, _ a: Double, _ b: Double) -> Bool {
    let isEqual = isEqual(a, b)
    return switch sign {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: a < b && !isEqual
    case .lessOrEqual: a < b || isEqual
    case .greater: a > b && !isEqual
    case .greaterOrEqual: a > b || isEqual
    default: (a - b).magnitude <= 0.01 * max(a.magnitude, b.magnitude) || isEqual
    }
  }

  /// Whether two reals are equal to a relative 10⁻⁹ or an absolute 10⁻¹².
  static func isEqual(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= max(1e-12, 1e-9 * max(a.magnitude, b.magnitude))
  }

  private static func areEqual(
    _ a: Quantity, _ b: Quantity, at range: SourceRange
  ) throws(ExpressionError) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): return isEqual(x, y)
    case (.truth(let x), .truth(let y)): return x == y
    case (.text(let x), .text(let y)): return x == y
    case (.series(let x), .series(let y)):
      return x.values.count == y.values.count && zip(x.values, y.values).allSatisfy { isEqual($0, $1) }
    default:
      throw ExpressionError(.wrongType, "\(a.kind) cannot be compared with \(b.kind)", at: range)
    }
  }
}

extension Quantity {
  /// The number that it is.
  func number(at range: SourceRange) throws(ExpressionError) -> Double {
    if case .number(let value) = self { return value }
    var helps: [String] = []
    if case .series = self { helps = ["pick one value with [ ], or call min, max, mean, first, last …"] }
    throw ExpressionError(.wrongType, "a number should stand here; this is \(kind)", at: range, helps: helps)
  }
}
