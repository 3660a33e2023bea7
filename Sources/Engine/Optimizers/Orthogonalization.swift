/// The nearest matrix with orthonormal rows (or columns), by Newton and Schulz's iteration in bfloat16.
struct Orthogonalization: Sendable {
  let a: Float
  let b: Float
  let c: Float
  let eps: Float
  let steps: Int

  /// How many buffers of the matrix's size it works in, its own included.
  static let buffers = 4

  /// Replaces the matrix at `x`; the other buffers follow at distances of `stride`.
  func apply<S: Scalar>(_ x: UnsafeMutablePointer<S>, rows: Int, columns: Int, stride: Int) {
    let (gram, update, product) = (x + stride, x + 2 * stride, x + 3 * stride)
    let count = rows * columns
    for i in 0..<count { x[i] = S(bfloat16(x[i])) }
    let norm = bfloat16(laneSum(count: count) { x[$0] * x[$0] }.squareRoot())
    for i in 0..<count { x[i] = S(bfloat16(float(x[i]) / max(norm, eps))) }
    // Of the two products with its transpose the smaller: rows by rows, or columns by columns.
    let wide = rows <= columns
    let (side, length) = wide ? (rows, columns) : (columns, rows)
    let (outer, inner) = wide ? (columns, 1) : (1, columns)
    for _ in 0..<steps {
      for i in 0..<side {
        for j in 0..<side {
          gram[i * side + j] = S(bfloat16(dot(x + i * outer, inner, x + j * outer, inner, length)))
        }
      }
      for i in 0..<side {
        for j in 0..<side {
          let square = dot(gram + i * side, 1, gram + j, side, side)
          update[i * side + j] = S(bfloat16(b * float(gram[i * side + j]) + c * square))
        }
      }
      for i in 0..<side {
        for j in 0..<length {
          let moved = dot(update + i * side, 1, x + j * inner, outer, side)
          product[i * outer + j * inner] = S(bfloat16(a * float(x[i * outer + j * inner]) + moved))
        }
      }
      for i in 0..<count { x[i] = product[i] }
    }
  }

  /// The sum of `count` products, in order, in Float.
  private func dot<S: Scalar>(
    _ x: UnsafeMutablePointer<S>, _ xStride: Int, _ y: UnsafeMutablePointer<S>, _ yStride: Int, _ count: Int
  ) -> Float {
    var sum: Float = 0
    for k in 0..<count { sum += float(x[k * xStride]) * float(y[k * yStride]) }
    return sum
  }

  /// The nearest Float with eight significant bits, ties to even.
  private func bfloat16<S: Scalar>(_ value: S) -> Float {
    let bits = float(value).bitPattern
    return Float(bitPattern: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) & 0xFFFF_0000)
  }

  @inline(__always)
  private func float<S: Scalar>(_ value: S) -> Float { Float(value.double) }
}
