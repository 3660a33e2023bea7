/// What a project asks for, put to the lesson's own run.
public struct Target: Sendable, Equatable {
  /// As it is written, such as `val_accuracy[epochs] >= 0.93`.
  public var text: String
  /// Whether the lesson's own run meets it.
  public var isMet: Bool
  /// What the lesson's own run has, such as `val_accuracy[epochs] = 0.915`.
  public var reading: String
  /// The target as a program can judge it by a run's printed numbers, such as `val_accuracy[last] >= 0.93`;
  /// nil where that takes more than comparisons of printed numbers.
  ///
  /// Comparisons are joined by ` and `. Each side is a number, a name that the output gives once,
  /// or a series with an epoch from 1, `first`, `last`, `min`, `max` or `mean` in brackets.
  public var condition: String?
}

extension Checked {
  /// The target `text`, put to the run; nil where it cannot be read or is neither true nor false.
  public func target(_ text: String) -> Target? {
    guard let claim = Inline.Claim(text) else { return nil }
    let evaluator = Evaluator(environment: Environment(trace), source: Source(text, file: ""))
    guard let isMet = try? evaluator.truth(claim.expression) else { return nil }
    let parts = claim.expression.conjuncts
    return Target(
      text: text, isMet: isMet,
      reading: parts.map { FalseClaim(evaluator, trace).explain($0).label }.joined(separator: ", "),
      condition: Condition.text(of: parts))
  }

  /// Whether the run bears `claim` out; nil where it is neither true nor false.
  public func bearsOut(_ claim: Inline.Claim) -> Bool? {
    try? Evaluator(environment: Environment(trace), source: lesson.source).truth(claim.expression)
  }
}

extension Inline.Claim {
  /// The claim `text`, which a program wrote; nil where it cannot be read.
  public init?(_ text: String) {
    let range = SourceRange(0, text.utf8.count)
    guard var parser = try? ExpressionParser(range, of: Array(text.utf8)),
      let expression = try? parser.expression(), (try? parser.finish()) != nil
    else { return nil }
    self.init(expression: expression, text: text, range: range)
  }
}

extension Expression {
  /// What `and` joins.
  fileprivate var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = node { left.conjuncts + right.conjuncts } else { [self] }
  }
}

/// A target as a program can judge it by printed numbers.
private enum Condition {
  private static let series = ["lr", "loss", "accuracy", "val_loss", "val_accuracy"]
  private static let signs: [Expression.Operator] = [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal]

  static func text(of parts: [Expression]) -> String? {
    let texts = parts.compactMap(comparison)
    return texts.count == parts.count ? texts.joined(separator: " and ") : nil
  }

  private static func comparison(_ expression: Expression) -> String? {
    guard case .binary(let sign, let left, let right) = expression.node, signs.contains(sign),
      let left = term(left), let right = term(right)
    else { return nil }
    return "\(left) \(sign.rawValue) \(right)"
  }

  private static func term(_ expression: Expression) -> String? {
    if let number = constant(expression) { return "\(number)" }
    switch expression.node {
    case .name(let name): return ["epochs", "parameters"].contains(name) ? name : nil
    case .member(let base, let name): return base.node == .name("evaluation") ? name : nil
    case .element(let base, let index):
      if index.node == .name("epochs") { return entry(base, "last") }
      return constant(index).flatMap { Int(exactly: $0) }.flatMap { entry(base, "\($0)") }
    case .call(let name, let arguments):
      let names = ["first", "last", "min", "max", "mean"]
      return arguments.count == 1 && names.contains(name) ? entry(arguments[0], name) : nil
    default: return nil
    }
  }

  private static func entry(_ base: Expression, _ index: String) -> String? {
    guard case .name(let name) = base.node, series.contains(name) else { return nil }
    return "\(name)[\(index)]"
  }

  /// What an expression without names comes to.
  private static func constant(_ expression: Expression) -> Double? {
    try? Evaluator(environment: Environment(entries: []), source: Source("", file: "")).number(expression)
  }
}
