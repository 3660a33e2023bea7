/// Eigenvalues and eigenvectors of a symmetric matrix, by rotations that clear one element after another.
///
/// Jacobi, Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen vorkommenden Gleichungen
/// numerisch aufzulösen, 1846; the sweeps go in order of rows until nothing is left to clear.
struct SymmetricEigen {
  /// The eigenvalues, the largest first.
  let values: [Double]
  /// The eigenvectors, of length 1, a row each in the order of `values`.
  let vectors: Matrix

  init(_ matrix: Matrix) {
    let size = matrix.rows
    var work = matrix
    var basis = Matrix(rows: size, columns: size)
    for i in 0..<size { basis[i, i] = 1 }
    let negligible = matrix.values.reduce(0) { $0 + $1 * $1 } * Double.ulpOfOne * Double.ulpOfOne
    for _ in 0..<Self.mostSweeps where Self.offDiagonal(work) > negligible {
      for p in 0..<size {
        for q in p + 1..<max(size, p + 1) where work[p, q] != 0 { Self.clear(p, q, &work, &basis) }
      }
    }
    let order = (0..<size).sorted { a, b in
      work[a, a] > work[b, b] || (work[a, a] == work[b, b] && a < b)
    }
    values = order.map { work[$0, $0] }
    vectors = basis.transposed.selecting(columns: order).transposed
  }

  /// Far more than the ten or so that it takes.
  private static let mostSweeps = 60

  /// The sum of the squares above the diagonal.
  private static func offDiagonal(_ matrix: Matrix) -> Double {
    var sum = 0.0
    for p in 0..<matrix.rows {
      for q in p + 1..<max(matrix.rows, p + 1) { sum += matrix[p, q] * matrix[p, q] }
    }
    return sum
  }

  /// Rotates axes `p` and `q` such that the element where they meet becomes 0.
  private static func clear(_ p: Int, _ q: Int, _ work: inout Matrix, _ basis: inout Matrix) {
    let element = work[p, q]
    let theta = (work[q, q] - work[p, p]) / (2 * element)
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    let (low, high) = (work[p, p] - tangent * element, work[q, q] + tangent * element)
    for k in 0..<work.rows {
      let (a, b) = (work[p, k], work[q, k])
      (work[p, k], work[q, k]) = (cosine * a - sine * b, sine * a + cosine * b)
      let (u, v) = (basis[p, k], basis[q, k])
      (basis[p, k], basis[q, k]) = (cosine * u - sine * v, sine * u + cosine * v)
    }
    (work[p, p], work[q, q], work[p, q], work[q, p]) = (low, high, 0, 0)
    for k in 0..<work.rows { (work[k, p], work[k, q]) = (work[p, k], work[q, k]) }
  }
}
