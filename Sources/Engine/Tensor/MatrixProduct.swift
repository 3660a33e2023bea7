/// The matrix product that every layer stands on: C = A · B, with C `[rows, columns]`, row-major.
///
/// The specification is the naive loop: an element is summed in plain order of k from 0, each product rounded, then
/// each sum. Vector units work across columns, so their width cannot change a bit.
struct MatrixProduct<S: Scalar> {
  /// A, read at `row * rowStride + k * innerStride`: a matrix or its transpose.
  let a: UnsafePointer<S>
  let rowStride: Int
  let innerStride: Int
  /// B `[inner, columns]`, row-major.
  let b: UnsafePointer<S>
  let rows: Int
  let inner: Int
  let columns: Int

  /// Writes the product to `c`.
  func write(to c: UnsafeMutablePointer<S>) {
    let blocks = columns / 8 * 8
    for row in 0..<rows {
      let a = self.a + row &* rowStride
      let c = c + row &* columns
      var column = 0
      while column < blocks {
        var sum = SIMD8<S>(repeating: 0)
        var b = UnsafeRawPointer(self.b + column)
        for k in 0..<inner {
          sum += SIMD8(repeating: a[k &* innerStride]) * b.loadUnaligned(as: SIMD8<S>.self)
          b += columns &* MemoryLayout<S>.stride
        }
        UnsafeMutableRawPointer(c + column).storeBytes(of: sum, as: SIMD8<S>.self)
        column += 8
      }
      for column in blocks..<columns {
        var sum: S = 0
        for k in 0..<inner { sum += a[k &* innerStride] * b[k &* columns &+ column] }
        c[column] = sum
      }
    }
  }
}

/// Writes the transpose of `source` `[rows, columns]` to `target` `[columns, rows]`.
func transpose<S: Scalar>(
  _ source: UnsafePointer<S>, rows: Int, columns: Int, to target: UnsafeMutablePointer<S>
) {
  for row in 0..<rows {
    for column in 0..<columns { target[column &* rows &+ row] = source[row &* columns &+ column] }
  }
}
