extension Evaluator {
  /// `name(arguments)`
  func call(
    _ name: String, _ arguments: [Expression], at range: SourceRange
  ) throws(ExpressionError) -> Quantity {
    guard let function = Function.named(name) else {
      throw ExpressionError(
        .unknownName, "there is no function \(name)", at: range,
        helps: Suggestion.help(for: name, among: Function.all.map(\.name)))
    }
    switch (function.takes, arguments.count) {
    case (.series, 1), (.values, 1): return function.apply(try series(arguments[0], for: function))
    case (.values, 2...): return function.apply(try numbers(arguments))
    case (.numbers(let count), let given) where count.contains(given):
      return function.apply(try numbers(arguments))
    default:
      throw ExpressionError(
        .wrongType, "\(name) does not take \(arguments.count) arguments", at: range,
        helps: ["write \(function.usage)"])
    }
  }

  private func series(_ argument: Expression, for function: Function) throws(ExpressionError) -> Series {
    let quantity = try evaluate(argument)
    guard case .series(let series) = quantity, !series.values.isEmpty else {
      throw ExpressionError(
        .wrongType, "\(function.name) takes a series; this is \(quantity.kind)", at: argument.range)
    }
    return series
  }

  private func numbers(_ arguments: [Expression]) throws(ExpressionError) -> Series {
    var values: [Double] = []
    for argument in arguments { values.append(try number(argument)) }
    return Series(values: values, unit: "place")
  }
}
