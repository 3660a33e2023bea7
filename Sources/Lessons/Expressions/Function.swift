import Engine

/// A function of the expression language: its name, what it takes, and what it makes of it.
struct Function: Sendable {
  let name: String
  /// How it is written, for a message.
  let usage: String
  let apply: @Sendable (inout Call) throws(ExpressionError) -> Quantity

  /// Every function there is.
  static let all: [Function] = [
    least, greatest, mean, sum, first, last, argmin, argmax, abs, round, sqrt, exp, log, cos, len, increasing,
    decreasing, within,
  ]

  /// The function called `name`.
  static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  /// The arguments of a call as a function takes them.
  struct Call {
    let function: Function
    let arguments: [(quantity: Quantity, range: SourceRange)]
    let range: SourceRange

    /// The one argument, a number.
    func number() throws(ExpressionError) -> Double {
      guard arguments.count == 1 else { throw misused }
      return try arguments[0].quantity.number(at: arguments[0].range)
    }

    /// The one argument, a series that is not empty.
    func series() throws(ExpressionError) -> Series {
      guard arguments.count == 1 else { throw misused }
      guard case .series(let series) = arguments[0].quantity else {
        throw ExpressionError(
          .wrongType, "\(function.name) takes a series; this is \(arguments[0].quantity.kind)",
          at: arguments[0].range)
      }
      return series
    }

    /// The values of the one series, or the arguments themselves where there are several.
    func values() throws(ExpressionError) -> [Double] {
      if arguments.count == 1 { return try series().values }
      guard arguments.count > 1 else { throw misused }
      var values: [Double] = []
      for (quantity, range) in arguments { values.append(try quantity.number(at: range)) }
      return values
    }

    /// Every argument as a number, `count` of them.
    func numbers(_ count: ClosedRange<Int>) throws(ExpressionError) -> [Double] {
      guard count.contains(arguments.count) else { throw misused }
      var values: [Double] = []
      for (quantity, range) in arguments { values.append(try quantity.number(at: range)) }
      return values
    }

    var misused: ExpressionError {
      ExpressionError(
        .wrongType, "\(function.name) does not take \(arguments.count) arguments", at: range,
        helps: ["write \(function.usage)"])
    }
  }

  private static let least = Function(name: "min", usage: "min(series) or min(a, b)") { call in
    .number(try call.values().reduce(.infinity) { Swift.min($0, $1) })
  }
  private static let greatest = Function(name: "max", usage: "max(series) or max(a, b)") { call in
    .number(try call.values().reduce(-.infinity) { Swift.max($0, $1) })
  }
  private static let mean = Function(name: "mean", usage: "mean(series) or mean(a, b)") { call in
    let values = try call.values()
    return .number(values.reduce(0, +) / Double(values.count))
  }
  private static let sum = Function(name: "sum", usage: "sum(series) or sum(a, b)") { call in
    .number(try call.values().reduce(0, +))
  }
  private static let first = Function(name: "first", usage: "first(series)") { call in
    .number(try call.series().values.first ?? .nan)
  }
  private static let last = Function(name: "last", usage: "last(series)") { call in
    .number(try call.series().values.last ?? .nan)
  }
  private static let argmin = Function(name: "argmin", usage: "argmin(series)") { call in
    let series = try call.series()
    return .number(Double(series.origin + series.values.indices.reduce(0) { series.values[$1] < series.values[$0] ? $1 : $0 }))
  }
  private static let argmax = Function(name: "argmax", usage: "argmax(series)") { call in
    let series = try call.series()
    return .number(Double(series.origin + series.values.indices.reduce(0) { series.values[$1] > series.values[$0] ? $1 : $0 }))
  }
  private static let abs = Function(name: "abs", usage: "abs(x)") { call in .number(try call.number().magnitude) }
  /// To a whole number, or to so many digits after the point; halves go to the even neighbour, as Python's do.
  private static let round = Function(name: "round", usage: "round(x) or round(x, digits)") { call in
    let numbers = try call.numbers(1...2)
    let scale = Double.pow(10, numbers.count > 1 ? numbers[1].rounded() : 0)
    return .number((numbers[0] * scale).rounded(.toNearestOrEven) / scale)
  }
  private static let sqrt = Function(name: "sqrt", usage: "sqrt(x)") { call in
    .number(try call.number().squareRoot())
  }
  private static let exp = Function(name: "exp", usage: "exp(x)") { call in .number(Double.exp(try call.number())) }
  private static let log = Function(name: "log", usage: "log(x)") { call in .number(Double.log(try call.number())) }
  private static let cos = Function(name: "cos", usage: "cos(x)") { call in .number(Double.cos(try call.number())) }
  private static let len = Function(name: "len", usage: "len(series)") { call in
    .number(Double(try call.series().values.count))
  }
  /// Whether every value is more than the one before it.
  private static let increasing = Function(name: "increasing", usage: "increasing(series)") { call in
    let values = try call.series().values
    return .truth(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
  }
  /// Whether every value is less than the one before it.
  private static let decreasing = Function(name: "decreasing", usage: "decreasing(series)") { call in
    let values = try call.series().values
    return .truth(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
  }
  /// Whether two numbers differ by no more than the third.
  private static let within = Function(name: "within", usage: "within(a, b, tolerance)") { call in
    let numbers = try call.numbers(3...3)
    return .truth((numbers[0] - numbers[1]).magnitude <= numbers[2])
  }
}
