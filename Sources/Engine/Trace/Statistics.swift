extension Statistics {
  /// The number of bins of every histogram.
  public static let bins = 24

  /// The statistics of `count` values, read by `value`.
  init(count: Int, _ value: (Int) -> Double) {
    var total = 0.0
    minimum = .infinity
    maximum = -.infinity
    zeros = 0
    for i in 0..<count {
      let x = value(i)
      total += x
      minimum = x < minimum ? x : minimum
      maximum = x > maximum ? x : maximum
      if x == 0 { zeros += 1 }
    }
    mean = total / Double(count)
    var squares = 0.0
    histogram = [Int](repeating: 0, count: Self.bins)
    let width = maximum - minimum
    for i in 0..<count {
      let x = value(i)
      squares += (x - mean) * (x - mean)
      let share = width > 0 && width.isFinite ? (x - minimum) / width : 0
      histogram[share.isFinite ? min(Int(share * Double(Self.bins)), Self.bins - 1) : 0] += 1
    }
    deviation = (squares / Double(count)).squareRoot()
  }

  /// The statistics of `values`.
  init(_ values: [Double]) {
    self.init(count: values.count) { values[$0] }
  }

  /// The statistics of each column of `values` `[rows, columns]`.
  static func columns(of values: [Double], rows: Int, columns: Int) -> [Statistics] {
    (0..<columns).map { column in Statistics(count: rows) { values[$0 * columns + column] } }
  }
}
