/// What an expression comes to.
enum Quantity: Equatable {
  case number(Double)
  case truth(Bool)
  case text(String)
  case series(Series)
  case matrix([Series], origin: Int)
  case group(Group)
  /// Groups by number, from 1, such as the steps of the prediction trace.
  case groups([Group], name: String)

  /// What it is, for a message: `a number`, `a series of 20 values`.
  var kind: String {
    switch self {
    case .number: "a number"
    case .truth: "true or false"
    case .text: "a text"
    case .series(let series): "a series of \(series.values.count) values"
    case .matrix: "a matrix"
    case .group, .groups: "a group of names"
    }
  }

  /// As a message shows it.
  var description: String {
    switch self {
    case .number(let value): Numeral.text(value)
    case .truth(let value): value ? "true" : "false"
    case .text(let text): "\"\(text)\""
    case .series(let series) where series.values.count <= 6:
      "[\(series.values.map { Numeral.text($0) }.joined(separator: ", "))]"
    default: kind
    }
  }
}

/// Numbers by epoch, by step, by class or by axis.
struct Series: Equatable {
  var values: [Double]
  /// The index of the first value.
  var origin = 1
  /// What an index counts, such as `epoch`.
  var unit: String
  /// What follows the last value and can be asked for alone, such as the next epoch's rate.
  var next: Double?
  /// Whether the author picked its extent, so that it can be printed.
  var isExcerpt = false

  /// The indices that can be asked for.
  var indices: ClosedRange<Int> { origin...(origin + values.count - (next == nil ? 1 : 0)) }

  /// The value at `index`, which is one of ``indices``.
  subscript(index: Int) -> Double { index - origin < values.count ? values[index - origin] : next ?? .nan }
}

/// Names that belong together, such as those after `prediction.`
struct Group: Equatable {
  var name: String
  var fields: [Environment.Entry]
}
