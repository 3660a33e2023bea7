import CKernels

/// The matrix product that every layer stands on: C = A · B, with C
/// `[rows, columns]`, its rows `stride` apart.
///
/// The specification is the naive loop: an element is summed in plain order of k, each product rounded,
/// then each sum. Vector units work across columns, so their width cannot change a bit, nor can threads,
/// which share the columns. The kernels are only faster, most of all where ReLU has left zeros in A: 0
/// times what is finite adds nothing.
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

  /// Writes the product to `c`, its rows `stride` apart (`columns` where nothing else is said); `bias`
  /// `[columns]` is added to each row in the end.
  @inline(__always)
  func write(to c: UnsafeMutablePointer<S>, stride: Int? = nil, bias: UnsafePointer<S>? = nil) {
    run(c, stride ?? columns, adding: false, bias)
  }

  /// Adds the product to what is in `c`: each sum begins from there, where that is −0 from 0.
  @inline(__always)
  func add(to c: UnsafeMutablePointer<S>, stride: Int? = nil) {
    run(c, stride ?? columns, adding: true, nil)
  }

  private func run(
    _ c: UnsafeMutablePointer<S>, _ stride: Int, adding: Bool, _ bias: UnsafePointer<S>?
  ) {
    var shape = gb_product(
      a_row: a.rowStride, a_inner: a.columnStride, b_inner: b.rowStride, b_column: b.columnStride,
      c_row: stride, rows: rows, inner: inner, columns: columns, adding: adding ? 1 : 0, bias: bias)
    if S.isSingle {
      gb_multiply_f32(a.elements, b.elements, c, &shape)
    } else {
      gb_multiply_f64(a.elements, b.elements, c, &shape)
    }
  }
}

/// Writes the transpose of `source` `[rows, columns]`, its rows `stride` apart, to `target`,
/// its own `targetStride` apart.
func transpose<S: Scalar>(
  _ source: UnsafePointer<S>, stride: Int, rows: Int, columns: Int, to target: UnsafeMutablePointer<S>,
  stride targetStride: Int
) {
  if S.isSingle {
    gb_transpose_f32(source, stride, rows, columns, target, targetStride)
  } else {
    gb_transpose_f64(source, stride, rows, columns, target, targetStride)
  }
}
