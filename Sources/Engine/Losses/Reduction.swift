/// How the terms of a loss become one number.
enum Reduction: Int, Sendable {
  /// Their mean.
  case mean
  /// Their sum.
  case sum
  /// Their sum over the number of rows.
  case batchMean

  /// The parameter of most losses.
  static let parameter = Parameter.choice(
    "reduction", ["mean", "sum"], default: 0, "how the terms become one number")

  /// The reduction of a row in the parameter's choices.
  init(row: Int) { self = Reduction(rawValue: row) ?? .mean }

  /// What the sum of `count` terms of `rows` rows is divided by.
  func divisor<S: Scalar>(count: Int, rows: Int) -> S {
    switch self {
    case .mean: S(count)
    case .sum: 1
    case .batchMean: S(rows)
    }
  }
}
