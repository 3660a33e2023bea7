extension Evaluator {
  /// `base[index]`
  func element(of base: Expression, at index: Expression) throws(ExpressionError) -> Quantity {
    let quantity = try evaluate(base)
    let name = source.text(base.range)
    switch quantity {
    case .series(let series):
      return .number(series[try whole(index, in: series.indices, of: name, unit: series.unit)])
    case .matrix(let rows, let origin):
      let place = try whole(index, in: origin...(origin + rows.count - 1), of: name, unit: "class")
      return .series(rows[place - origin])
    case .groups(let groups, _):
      return .group(groups[try whole(index, in: 1...groups.count, of: name, unit: "step") - 1])
    default:
      throw ExpressionError(
        .wrongType, "\(name) has no values to pick from", at: base.range, label: "it is \(quantity.kind)")
    }
  }

  /// `base[first...last]`
  func slice(
    of base: Expression, from first: Expression, through last: Expression
  ) throws(ExpressionError) -> Quantity {
    let quantity = try evaluate(base)
    guard case .series(let series) = quantity else {
      throw ExpressionError(
        .wrongType, "only a series has ranges; this is \(quantity.kind)", at: base.range)
    }
    let name = source.text(base.range)
    let lower = try whole(first, in: series.indices, of: name, unit: series.unit)
    let upper = try whole(last, in: series.indices, of: name, unit: series.unit)
    guard lower <= upper else {
      throw ExpressionError(
        .outOfRange, "the range ends before it begins", at: first.range.through(last.range),
        label: "\(lower) to \(upper)")
    }
    return .series(
      Series(
        values: (lower...upper).map { series[$0] }, origin: lower, unit: series.unit, isExcerpt: true))
  }

  /// The index that `expression` comes to, within `bounds`.
  private func whole(
    _ expression: Expression, in bounds: ClosedRange<Int>, of name: String, unit: String
  ) throws(ExpressionError) -> Int {
    let value = try number(expression)
    guard value == value.rounded(), value.magnitude < 1e9 else {
      throw ExpressionError(
        .outOfRange, "an index is a whole number", at: expression.range, label: Numeral.text(value))
    }
    guard bounds.contains(Int(value)) else {
      throw ExpressionError(
        .outOfRange, "\(name)[\(Int(value))] is outside the run", at: expression.range,
        label: "\(name) has the \(Self.plural(unit)) \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return Int(value)
  }

  private static func plural(_ unit: String) -> String { unit == "class" ? "classes" : unit + "s" }
}
