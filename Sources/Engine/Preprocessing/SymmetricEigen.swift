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
    let largest = matrix.values.reduce(0) { max($0, abs($1)) }
    for _ in 0..<Self.mostSweeps where !Self.sweep(&work, &basis, negligible: largest * 0x1p-56) {}
    let order = (0..<size).sorted { a, b in
      work[a, a] > work[b, b] || (work[a, a] == work[b, b] && a < b)
    }
    values = order.map { work[$0, $0] }
    vectors = basis.transposed.selecting(columns: order).transposed
  }

  /// Far more than the ten or so that it takes.
  private static let mostSweeps = 60

  /// Clears every element above the diagonal once; whether there was none left to clear.
  private static func sweep(_ work: inout Matrix, _ basis: inout Matrix, negligible: Double) -> Bool {
    let size = work.rows
    var done = true
    work.values.withUnsafeMutableBufferPointer { work in
      basis.values.withUnsafeMutableBufferPointer { basis in
        for p in 0..<size {
          for q in p + 1..<max(size, p + 1) where abs(work[p * size + q]) > negligible {
            let rotation = Rotation(clearing: p, q, of: work, size)
            rotation.apply(to: basis)
            rotation.applyOnBothSides(to: work)
            done = false
          }
        }
      }
    }
    return done
  }
}

/// A turn of two axes such that a symmetric matrix has a 0 where they meet.
private struct Rotation {
  let p, q, size: Int
  let cosine, sine, tangent: Double

  init(clearing p: Int, _ q: Int, of matrix: UnsafeMutableBufferPointer<Double>, _ size: Int) {
    let difference = matrix[q * size + q] - matrix[p * size + p]
    let theta = difference / (2 * matrix[p * size + q])
    tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    cosine = 1 / (tangent * tangent + 1).squareRoot()
    sine = tangent * cosine
    self.p = p
    self.q = q
    self.size = size
  }

  /// Turns rows p and q.
  func apply(to matrix: UnsafeMutableBufferPointer<Double>) {
    let first = matrix.extracting(p * size..<(p + 1) * size)
    let second = matrix.extracting(q * size..<(q + 1) * size)
    for k in 0..<size {
      let (a, b) = (first[k], second[k])
      first[k] = cosine * a - sine * b
      second[k] = sine * a + cosine * b
    }
  }

  /// Turns rows and columns p and q of the symmetric matrix.
  func applyOnBothSides(to matrix: UnsafeMutableBufferPointer<Double>) {
    let element = matrix[p * size + q]
    let low = matrix[p * size + p] - tangent * element
    let high = matrix[q * size + q] + tangent * element
    apply(to: matrix)
    matrix[p * size + p] = low
    matrix[q * size + q] = high
    matrix[p * size + q] = 0
    matrix[q * size + p] = 0
    for k in 0..<size {
      matrix[k * size + p] = matrix[p * size + k]
      matrix[k * size + q] = matrix[q * size + k]
    }
  }
}
