#if !hasFeature(Embedded)
  import CKernels
#endif

/// The matrix product that every layer stands on: C = A · B, with C `[rows, columns]`, its rows `stride` apart.
///
/// The specification is the naive loop: an element is summed in plain order of k, each product rounded, then each sum.
/// Vector units work across columns, so their width cannot change a bit, nor can threads, which share the columns. The
/// kernels in C are only faster, most of all where ReLU has left zeros in A: 0 times what is finite adds nothing.
struct MatrixProduct<S: Scalar> {
  let a: MatrixView<S>
  let b: MatrixView<S>
  let rows: Int
  let inner: Int
  let columns: Int

  /// A `[rows, inner]` times B `[inner, columns]`.
  @inline(__always)
  init(_ a: MatrixView<S>, _ b: MatrixView<S>, rows: Int, inner: Int, columns: Int) {
    self.a = a
    self.b = b
    self.rows = rows
    self.inner = inner
    self.columns = columns
  }

  /// Writes the product to `c`, its rows `stride` apart: `columns` where nothing else is said.
  @inline(__always)
  func write(to c: UnsafeMutablePointer<S>, stride: Int? = nil) {
    run(c, stride ?? columns, adding: false)
  }

  /// Adds the product to what is in `c`: each sum begins from there, where that is −0 from 0.
  @inline(__always)
  func add(to c: UnsafeMutablePointer<S>, stride: Int? = nil) {
    run(c, stride ?? columns, adding: true)
  }

  private func run(_ c: UnsafeMutablePointer<S>, _ stride: Int, adding: Bool) {
    #if !hasFeature(Embedded)
      var shape = gb_product(
        a_row: a.rowStride, a_inner: a.columnStride, b_inner: b.rowStride, b_column: b.columnStride,
        c_row: stride, rows: rows, inner: inner, columns: columns, adding: adding ? 1 : 0)
      let (x, y, z) = (UnsafeRawPointer(a.elements), UnsafeRawPointer(b.elements), UnsafeMutableRawPointer(c))
      let done =
        S.isSingle
        ? gb_multiply_f32(
          x.assumingMemoryBound(to: Float.self), y.assumingMemoryBound(to: Float.self),
          z.assumingMemoryBound(to: Float.self), &shape)
        : gb_multiply_f64(
          x.assumingMemoryBound(to: Double.self), y.assumingMemoryBound(to: Double.self),
          z.assumingMemoryBound(to: Double.self), &shape)
      if done != 0 { return }
    #endif
    runPortably(c, stride, adding: adding)
  }
}

extension MatrixProduct {
  /// The product in Swift: eight columns at a time, four rows of them where there are as many.
  func runPortably(_ c: UnsafeMutablePointer<S>, _ stride: Int, adding: Bool) {
    // The most that is certain to be on the stack: 1024 bytes.
    let depth = 128 / MemoryLayout<S>.stride
    withUnsafeTemporaryAllocation(of: SIMD8<S>.self, capacity: depth) { packed in
      guard let packed = packed.baseAddress else { return }
      for column in Swift.stride(from: 0, to: columns, by: 8) {
        let width = min(columns &- column, 8)
        var k = 0
        repeat {
          let count = min(inner &- k, depth)
          pack(from: k, column, count: count, width: width, to: packed)
          multiply(packed, from: k, count: count, c + column, stride, width, adding || k > 0)
          k &+= depth
        } while k < inner
      }
    }
  }

  /// Copies `width` columns of `count` rows of B to vectors, the rest 0.
  @inline(__always)
  private func pack(
    from k: Int, _ column: Int, count: Int, width: Int, to packed: UnsafeMutablePointer<SIMD8<S>>
  ) {
    var line = b.elements + (k &* b.rowStride &+ column &* b.columnStride)
    let step = b.columnStride
    for i in 0..<count {
      if step == 1 {
        packed[i] = line.vector(width)
      } else if width == 8 {
        packed[i] = SIMD8(
          line[0], line[step], line[2 &* step], line[3 &* step], line[4 &* step], line[5 &* step],
          line[6 &* step], line[7 &* step])
      } else {
        var vector = SIMD8<S>(repeating: 0)
        for j in 0..<width { vector[j] = line[j &* step] }
        packed[i] = vector
      }
      line += b.rowStride
    }
  }

  /// Multiplies all rows with `count` packed rows of B.
  @inline(__always)
  private func multiply(
    _ packed: UnsafePointer<SIMD8<S>>, from k: Int, count: Int, _ c: UnsafeMutablePointer<S>, _ stride: Int,
    _ width: Int, _ adding: Bool
  ) {
    var row = 0
    while row &+ 4 <= rows {
      let (c0, c1) = (c + row &* stride, c + (row &+ 1) &* stride)
      let (c2, c3) = (c + (row &+ 2) &* stride, c + (row &+ 3) &* stride)
      var s0 = start(c0, width, adding)
      var s1 = start(c1, width, adding)
      var s2 = start(c2, width, adding)
      var s3 = start(c3, width, adding)
      var a = self.a.elements + (row &* self.a.rowStride &+ k &* self.a.columnStride)
      let step = self.a.rowStride
      for i in 0..<count {
        let line = packed[i]
        s0 += SIMD8(repeating: a[0]) * line
        s1 += SIMD8(repeating: a[step]) * line
        s2 += SIMD8(repeating: a[2 &* step]) * line
        s3 += SIMD8(repeating: a[3 &* step]) * line
        a += self.a.columnStride
      }
      c0.write(s0, width)
      c1.write(s1, width)
      c2.write(s2, width)
      c3.write(s3, width)
      row &+= 4
    }
    while row < rows {
      var sum = start(c + row &* stride, width, adding)
      var a = self.a.elements + (row &* self.a.rowStride &+ k &* self.a.columnStride)
      for i in 0..<count {
        sum += SIMD8(repeating: a[0]) * packed[i]
        a += self.a.columnStride
      }
      (c + row &* stride).write(sum, width)
      row &+= 1
    }
  }

  /// What the sums of a row begin with.
  @inline(__always)
  private func start(_ c: UnsafeMutablePointer<S>, _ width: Int, _ adding: Bool) -> SIMD8<S> {
    adding ? UnsafePointer(c).vector(width) + SIMD8(repeating: 0) : SIMD8(repeating: 0)
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
