import Engine

/// A function of the expression language: its name, what it takes, and what it makes of it.
struct Function: Sendable {
  let name: String
  let takes: Arguments
  /// The result, of the series or of the numbers that it was given.
  let apply: @Sendable (Series) -> Quantity

  /// What a function takes.
  enum Arguments {
    /// One series.
    case series
    /// One series, or two numbers and more.
    case values
    /// So many numbers.
    case numbers(ClosedRange<Int>)
  }

  init(_ name: String, _ takes: Arguments, _ apply: @escaping @Sendable (Series) -> Quantity) {
    self.name = name
    self.takes = takes
    self.apply = apply
  }

  /// A function from numbers to a number.
  private init(_ name: String, _ takes: Arguments, number: @escaping @Sendable ([Double]) -> Double) {
    self.init(name, takes) { .number(number($0.values)) }
  }

  /// A function from numbers to true or false.
  private init(_ name: String, _ takes: Arguments, truth: @escaping @Sendable ([Double]) -> Bool) {
    self.init(name, takes) { .truth(truth($0.values)) }
  }

  /// The function called `name`.
  static func named(_ name: String) -> Function? { all.first { $0.name == name } }

  /// Every function there is.
  ///
  /// `argmin` and `argmax` answer with the index in the whole series, the first where several are equal;
  /// `round` takes halves to the even neighbour, as Python's does; `increasing` and `decreasing` are strict;
  /// `std` is the deviation of a population, as NumPy's.
  static let all = [
    Function("min", .values, number: { $0.reduce(.infinity) { Swift.min($0, $1) } }),
    Function("max", .values, number: { $0.reduce(-.infinity) { Swift.max($0, $1) } }),
    Function("mean", .values, number: { $0.reduce(0, +) / Double($0.count) }),
    Function("std", .values, number: { $0.deviation }),
    Function("sum", .values, number: { $0.reduce(0, +) }),
    Function("first", .series, number: { $0.first ?? .nan }),
    Function("last", .series, number: { $0.last ?? .nan }),
    Function("argmin", .series) { .number(Double($0.index { $0 < $1 })) },
    Function("argmax", .series) { .number(Double($0.index { $0 > $1 })) },
    Function("abs", .numbers(1...1), number: { $0[0].magnitude }),
    Function("round", .numbers(1...2)) {
      .number($0.values[0].rounded(toDigits: $0.values.dropFirst().first ?? 0))
    },
    Function("sqrt", .numbers(1...1), number: { $0[0].squareRoot() }),
    Function("exp", .numbers(1...1), number: { Double.exp($0[0]) }),
    Function("log", .numbers(1...1), number: { Double.log($0[0]) }),
    Function("cos", .numbers(1...1), number: { Double.cos($0[0]) }),
    Function("len", .series, number: { Double($0.count) }),
    Function("increasing", .series, truth: { zip($0, $0.dropFirst()).allSatisfy { $0 < $1 } }),
    Function("decreasing", .series, truth: { zip($0, $0.dropFirst()).allSatisfy { $0 > $1 } }),
    Function("within", .numbers(3...3), truth: { ($0[0] - $0[1]).magnitude <= $0[2] }),
  ]

  /// How it is written, for a message.
  var usage: String {
    switch takes {
    case .series: "\(name)(series)"
    case .values: "\(name)(series) or \(name)(a, b)"
    case .numbers(let count):
      "\(name)(\(["a", "b", "tolerance"].prefix(count.upperBound).joined(separator: ", ")))"
    }
  }
}

extension [Double] {
  /// The standard deviation: the divisor is the number of values.
  fileprivate var deviation: Double {
    let mean = reduce(0, +) / Double(count)
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
  }
}

extension Series {
  /// The index of the first value that `isBetter` than every one before it.
  fileprivate func index(_ isBetter: (Double, Double) -> Bool) -> Int {
    origin + values.indices.reduce(0) { isBetter(values[$1], values[$0]) ? $1 : $0 }
  }
}

extension Double {
  /// To so many digits after the point.
  fileprivate func rounded(toDigits digits: Double) -> Double {
    let scale = Double.pow(10, digits.rounded())
    return (self * scale).rounded(.toNearestOrEven) / scale
  }
}
