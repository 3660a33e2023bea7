/// Numbers in rows and columns, in double precision, row-major: what samples are made in.
struct Matrix: Sendable, Equatable {
  let rows: Int
  let columns: Int
  /// The elements, `[rows, columns]`.
  var values: [Double]

  /// A matrix of `values`, row after row.
  init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a matrix has rows times columns elements")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix of zeros.
  init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The product, each element summed in order of the shared index.
  static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(a.columns == b.rows, "the factors' inner sizes agree")
    var product = Matrix(rows: a.rows, columns: b.columns)
    for row in 0..<a.rows {
      for k in 0..<a.columns {
        let factor = a[row, k]
        for column in 0..<b.columns { product[row, column] += factor * b[k, column] }
      }
    }
    return product
  }

  /// The rows become the columns.
  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The columns in `order`, in that order.
  func selecting(columns order: [Int]) -> Matrix {
    var result = Matrix(rows: rows, columns: order.count)
    for row in 0..<rows {
      for (column, source) in order.enumerated() { result[row, column] = self[row, source] }
    }
    return result
  }

  /// The rows in `range`.
  func selecting(rows range: Range<Int>) -> Matrix {
    Matrix(
      rows: range.count, columns: columns,
      values: Array(values[range.lowerBound * columns..<range.upperBound * columns]))
  }

  /// Writes `block` over the columns from `first` on.
  mutating func replace(columns first: Int, by block: Matrix) {
    for row in 0..<block.rows {
      for column in 0..<block.columns { self[row, first + column] = block[row, column] }
    }
  }
}
