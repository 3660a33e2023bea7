/// What a value, a claim or a schedule's formula says, with the range of every part.
public struct Expression: Sendable, Equatable {
  /// What it says.
  public var node: Node
  /// Where it stands.
  public var range: SourceRange

  /// What an expression is.
  public indirect enum Node: Sendable, Equatable {
    case number(Double)
    case text(String)
    case list([Expression])
    case name(String)
    /// `base.name`
    case member(Expression, String)
    /// `base[index]`
    case element(Expression, Expression)
    /// `base[first...last]`
    case slice(Expression, first: Expression, last: Expression)
    case call(String, [Expression])
    case negative(Expression)
    case not(Expression)
    case binary(Operator, Expression, Expression)
    /// `then if condition else otherwise`, in formulas of a schedule.
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
  }

  /// What stands between two expressions.
  public enum Operator: String, Sendable, CaseIterable {
    case or, and
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case about = "~="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    /// Division rounded down, in formulas of a schedule.
    case quotient = "//"
    case remainder = "%"
    case power = "^"
  }
}
