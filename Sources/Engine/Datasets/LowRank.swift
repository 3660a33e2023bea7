extension NumpyGenerator {
  /// A matrix of a few strong directions and a tail of weak ones: `sklearn.datasets.make_low_rank_matrix`.
  ///
  /// U S Vᵀ with singular values (1 − τ) exp(−(i/r)²) + τ exp(−i/10r), U and V orthonormal at random.
  mutating func lowRank(rows: Int, columns: Int, rank: Double, tail: Double) -> Matrix {
    let count = min(rows, columns)
    var left = normals(rows: rows, columns: count).orthonormalized
    let right = normals(rows: columns, columns: count).orthonormalized
    for k in 0..<count {
      let i = Double(k)
      let strong = (1 - tail) * Double.exp(-1 * (i / rank) * (i / rank))
      let weak = tail * Double.exp(-0.1 * i / rank)
      for row in 0..<rows { left[row, k] *= strong + weak }
    }
    return left * right.transposed
  }
}

extension Matrix {
  /// Q of the decomposition Q R, `[rows, columns]`, with LAPACK's signs; needs as many rows as columns.
  ///
  /// Householder, Unitary Triangularization of a Nonsymmetric Matrix, 1958.
  var orthonormalized: Matrix {
    var rest = transposed
    var reflectors: [Reflector] = []
    for k in 0..<columns {
      let reflector = Reflector(clearing: rest, row: k)
      for row in k..<columns { reflector.apply(to: &rest, row: row) }
      reflectors.append(reflector)
    }
    var result = Matrix(rows: columns, columns: rows)
    for k in 0..<columns { result[k, k] = 1 }
    for reflector in reflectors.reversed() {
      for row in 0..<columns { reflector.apply(to: &result, row: row) }
    }
    return result.transposed
  }
}

/// The reflection 1 − τ v vᵀ that turns a vector onto one axis; v is 0 before its place `start` and 1 there.
private struct Reflector {
  let start: Int
  private(set) var tail: [Double] = [1]
  private(set) var tau = 0.0

  /// Clears what row `k` of `matrix` has behind its place k.
  init(clearing matrix: Matrix, row k: Int) {
    start = k
    let behind = (k + 1..<matrix.columns).map { matrix[k, $0] }
    let head = matrix[k, k]
    let square = behind.reduce(0) { $0 + $1 * $1 }
    if square == 0 {
      tail += behind
    } else {
      let norm = (head * head + square).squareRoot()
      let turned = head < 0 ? norm : -norm
      tau = (turned - head) / turned
      tail += behind.map { $0 / (head - turned) }
    }
  }

  /// Reflects a row of `matrix`.
  func apply(to matrix: inout Matrix, row: Int) {
    var product = 0.0
    for (i, v) in tail.enumerated() { product += v * matrix[row, start + i] }
    for (i, v) in tail.enumerated() { matrix[row, start + i] -= tau * product * v }
  }
}
