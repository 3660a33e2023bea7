/// A matrix as a product reads it: element (row, column) lies at `row * rowStride + column * columnStride`.
struct MatrixView<S: Scalar> {
  let elements: UnsafePointer<S>
  let rowStride: Int
  let columnStride: Int

  /// A row-major matrix whose rows are `stride` apart.
  @inline(__always)
  init(_ elements: UnsafePointer<S>, stride: Int) {
    self.init(elements, rowStride: stride, columnStride: 1)
  }

  @inline(__always)
  private init(_ elements: UnsafePointer<S>, rowStride: Int, columnStride: Int) {
    self.elements = elements
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// The same elements, rows and columns exchanged.
  @inline(__always)
  var transposed: MatrixView {
    MatrixView(elements, rowStride: columnStride, columnStride: rowStride)
  }
}
