extension Statistics {
  /// The most bins that a histogram has. Where fewer values occur, such as the seventeen greys of a digit,
  /// there are as many bins as values, so that none stays empty between whole numbers.
  public static let mostBins = 24

  /// The statistics of `count` values, read by `value`.
  init(count: Int, _ value: (Int) -> Double) {
    var total = 0.0
    minimum = .infinity
    maximum = -.infinity
    zeros = 0
    var occurring: [Double] = []
    for i in 0..<count {
      let x = value(i)
      total += x
      minimum = x < minimum ? x : minimum
      maximum = x > maximum ? x : maximum
      if x == 0 { zeros += 1 }
      if occurring.count < Self.mostBins, !occurring.contains(x) { occurring.append(x) }
    }
    mean = total / Double(count)
    var squares = 0.0
    let bins = occurring.count
    histogram = [Int](repeating: 0, count: bins)
    let width = maximum - minimum
    for i in 0..<count {
      let x = value(i)
      squares += (x - mean) * (x - mean)
      let share = width > 0 && width.isFinite ? (x - minimum) / width : 0
      // A value on the border of two bins stays in the upper one, however it was rounded.
      histogram[share.isFinite ? min(Int(share * Double(bins) + 1e-9), bins - 1) : 0] += 1
    }
    deviation = (squares / Double(count)).squareRoot()
  }

  /// The statistics of `values`.
  init(_ values: [Double]) {
    self.init(count: values.count) { values[$0] }
  }

  /// The statistics of each column of `values` `[rows, columns]`.
  static func columns(of values: [Double], rows: Int, columns: Int) -> [Statistics] {
    // Some columns at a time are copied to where their values follow one another:
    // a line of memory holds eight.
    stride(from: 0, to: columns, by: 8).flatMap { first in
      let width = min(8, columns - first)
      var block = [Double](repeating: 0, count: width * rows)
      for row in 0..<rows {
        for column in 0..<width { block[column * rows + row] = values[row * columns + first + column] }
      }
      return (0..<width).map { column in Statistics(count: rows) { block[column * rows + $0] } }
    }
  }
}
