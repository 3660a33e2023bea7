/// The matrix product that every layer stands on: C = A · B, with C `[rows, columns]`.
///
/// The specification is the naive loop: an element is summed in plain order of k, each product rounded, then each sum.
/// Vector units work across columns, so their width cannot change a bit.
///
/// B is read in blocks of eight columns, up to seven elements past its end: a ``Workspace`` leaves room for that.
struct MatrixProduct<S: Scalar> {
  /// A, read at `row * rowStride + k * innerStride`: a matrix or its transpose.
  var a: UnsafePointer<S>
  var rowStride: Int
  var innerStride: Int
  /// B, its row k at `k * stride`.
  var b: UnsafePointer<S>
  var stride: Int
  var rows: Int
  var inner: Int
  var columns: Int

  /// A · B, with the rows of B `stride` apart: `columns` where nothing else is said.
  init(
    a: UnsafePointer<S>, rowStride: Int, innerStride: Int, b: UnsafePointer<S>, stride: Int? = nil, rows: Int,
    inner: Int, columns: Int
  ) {
    self.a = a
    self.rowStride = rowStride
    self.innerStride = innerStride
    self.b = b
    self.stride = stride ?? columns
    self.rows = rows
    self.inner = inner
    self.columns = columns
  }

  /// Writes the product to `c`, its rows `stride` apart: `columns` where nothing else is said.
  func write(to c: UnsafeMutablePointer<S>, stride: Int? = nil) {
    run(c, stride ?? columns, adding: false)
  }

  /// Adds the product to what is in `c`: each sum begins from there.
  func add(to c: UnsafeMutablePointer<S>, stride: Int? = nil) {
    run(c, stride ?? columns, adding: true)
  }

  private func run(_ c: UnsafeMutablePointer<S>, _ stride: Int, adding: Bool) {
    let quads = rows & ~3
    var column = 0
    while column < columns {
      let width = min(columns &- column, 8)
      var row = 0
      while row < quads {
        fourRows(from: row, column, c + row &* stride &+ column, stride, width, adding)
        row &+= 4
      }
      while row < rows {
        oneRow(row, column, c + row &* stride &+ column, width, adding)
        row &+= 1
      }
      column &+= 8
    }
  }

  /// A block of four rows and up to eight columns.
  @inline(__always)
  private func fourRows(
    from row: Int, _ column: Int, _ c: UnsafeMutablePointer<S>, _ stride: Int, _ width: Int, _ adding: Bool
  ) {
    var (s0, s1, s2, s3) = (SIMD8<S>(), SIMD8<S>(), SIMD8<S>(), SIMD8<S>())
    if adding {
      s0 = load(c, width)
      s1 = load(c + stride, width)
      s2 = load(c + 2 &* stride, width)
      s3 = load(c + 3 &* stride, width)
    }
    var a = self.a + row &* rowStride
    var b = UnsafeRawPointer(self.b + column)
    for _ in 0..<inner {
      let line = b.loadUnaligned(as: SIMD8<S>.self)
      s0 += SIMD8(repeating: a[0]) * line
      s1 += SIMD8(repeating: a[rowStride]) * line
      s2 += SIMD8(repeating: a[2 &* rowStride]) * line
      s3 += SIMD8(repeating: a[3 &* rowStride]) * line
      a += innerStride
      b += self.stride &* MemoryLayout<S>.stride
    }
    store(s0, c, width)
    store(s1, c + stride, width)
    store(s2, c + 2 &* stride, width)
    store(s3, c + 3 &* stride, width)
  }

  /// A block of one row and up to eight columns.
  @inline(__always)
  private func oneRow(_ row: Int, _ column: Int, _ c: UnsafeMutablePointer<S>, _ width: Int, _ adding: Bool) {
    var sum = adding ? load(c, width) : SIMD8<S>()
    var a = self.a + row &* rowStride
    var b = UnsafeRawPointer(self.b + column)
    for _ in 0..<inner {
      sum += SIMD8(repeating: a[0]) * b.loadUnaligned(as: SIMD8<S>.self)
      a += innerStride
      b += stride &* MemoryLayout<S>.stride
    }
    store(sum, c, width)
  }

  @inline(__always)
  private func load(_ c: UnsafeMutablePointer<S>, _ width: Int) -> SIMD8<S> {
    if width == 8 { return UnsafeRawPointer(c).loadUnaligned(as: SIMD8<S>.self) }
    var lanes = SIMD8<S>()
    for i in 0..<width { lanes[i] = c[i] }
    return lanes
  }

  @inline(__always)
  private func store(_ lanes: SIMD8<S>, _ c: UnsafeMutablePointer<S>, _ width: Int) {
    if width == 8 {
      UnsafeMutableRawPointer(c).storeBytes(of: lanes, as: SIMD8<S>.self)
    } else {
      for i in 0..<width { c[i] = lanes[i] }
    }
  }
}

/// Writes the transpose of `source` `[rows, columns]` to `target` `[columns, rows]`.
func transpose<S: Scalar>(
  _ source: UnsafePointer<S>, rows: Int, columns: Int, stride: Int? = nil, to target: UnsafeMutablePointer<S>
) {
  let stride = stride ?? columns
  for row in 0..<rows {
    for column in 0..<columns { target[column &* rows &+ row] = source[row &* stride &+ column] }
  }
}
