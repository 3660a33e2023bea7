import Engine

/// Why a claim is false: the values involved and, where it can be found, what would be true.
struct FalseClaim {
  let evaluator: Evaluator
  let trace: Trace

  /// What a diagnostic says.
  struct Explanation: Equatable {
    var label: String
    var notes: [String] = []
    var helps: [String] = []
  }

  init(_ evaluator: Evaluator, _ trace: Trace) {
    self.evaluator = evaluator
    self.trace = trace
  }

  /// Explains `expression`, whether it is true or false: its operands' values, and what would make it true.
  func explain(_ expression: Expression) -> Explanation {
    switch expression.node {
    case .binary(.and, let left, let right):
      return explain((try? evaluator.truth(left)) == false ? left : right)
    case .binary(.or, let left, let right):
      return Explanation(label: joined([explain(left).label, explain(right).label]))
    case .not(let operand):
      return Explanation(label: explain(operand).label)
    case .binary(let sign, let left, let right):
      return comparison(sign, left, right)
    case .call(let name, let arguments) where arguments.count == 1:
      return Explanation(label: turn(name, arguments[0]) ?? plain(expression))
    case .call("within", let arguments) where arguments.count == 3:
      return Explanation(
        label: joined(
          arguments.prefix(2).filter { !isLiteral($0) }.map(plain) + difference(arguments[0], arguments[1])))
    default: return Explanation(label: plain(expression))
    }
  }

  private func comparison(_ sign: Expression.Operator, _ left: Expression, _ right: Expression) -> Explanation
  {
    guard case .number(let a) = try? evaluator.evaluate(left),
      case .number(let b) = try? evaluator.evaluate(right)
    else { return Explanation(label: joined([left, right].filter { !isLiteral($0) }.map(plain))) }
    let texts = Numeral.texts(a, b)
    var parts: [String] = []
    if !isLiteral(left) { parts.append("\(text(left)) = \(texts.0)") }
    if !isLiteral(right) { parts.append("\(text(right)) = \(texts.1)") }
    var explanation = Explanation(label: joined(parts))
    guard !Evaluator.compare(sign, a, b) else { return explanation }
    let search = IndexSearch(evaluator: evaluator, trace: trace)
    if let found = search.explain(left, { Evaluator.compare(sign, $0, b) })
      ?? search.explain(right, { Evaluator.compare(sign, a, $0) })
    {
      explanation.notes = found.notes
      explanation.helps = found.helps
    } else if sign == .equal || sign == .about, isLiteral(left) != isLiteral(right) {
      explanation.helps = [isLiteral(left) ? correction(right, b) : correction(left, a)]
    }
    return explanation
  }

  /// How to write that `expression` is `value`.
  private func correction(_ expression: Expression, _ value: Double) -> String {
    let number = Numeral.text(value)
    let isExact = Double(number).map { Evaluator.isEqual($0, value) } ?? false
    return "write \(isExact ? number : "\(text(expression)) ~= \(number)"), or let the run say it: "
      + "`= \(text(expression))`"
  }

  /// Where a series that should rise or fall does not.
  private func turn(_ name: String, _ argument: Expression) -> String? {
    guard case .series(let series) = try? evaluator.evaluate(argument) else { return nil }
    let isInOrder: (Double, Double) -> Bool
    switch name {
    case "increasing": isInOrder = { $0 < $1 }
    case "decreasing": isInOrder = { $0 > $1 }
    default: return nil
    }
    let pairs = zip(series.values, series.values.dropFirst())
    guard let place = pairs.map({ isInOrder($0, $1) }).firstIndex(of: false) else { return nil }
    let base = if case .slice(let base, _, _) = argument.node { base } else { argument }
    let index = series.origin + place
    let texts = Numeral.texts(series.values[place], series.values[place + 1])
    return "\(text(base))[\(index)] = \(texts.0), \(text(base))[\(index + 1)] = \(texts.1)"
  }

  private func difference(_ a: Expression, _ b: Expression) -> [String] {
    guard let x = try? evaluator.number(a), let y = try? evaluator.number(b) else { return [] }
    return ["the two differ by \(Numeral.text((x - y).magnitude))"]
  }

  /// `lr[10] = 0.002447`
  private func plain(_ expression: Expression) -> String {
    guard let quantity = try? evaluator.evaluate(expression) else { return text(expression) }
    return "\(text(expression)) = \(quantity.description)"
  }

  private func text(_ expression: Expression) -> String { evaluator.source.text(expression.range) }

  private func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func isLiteral(_ expression: Expression) -> Bool {
    switch expression.node {
    case .number, .text, .list: true
    case .negative(let operand): isLiteral(operand)
    default: false
    }
  }
}
