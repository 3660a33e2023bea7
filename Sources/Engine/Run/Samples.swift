import CKernels

/// One part of the data in the run's scalar type, in memory that a step can read without a check.
struct Samples<S: Scalar>: ~Copyable {
  let rows: Int
  let columns: Int
  let targetColumns: Int
  /// `[rows, columns]`.
  let features: UnsafeMutablePointer<S>
  /// `[rows, targetColumns]`.
  let targets: UnsafeMutablePointer<S>

  init(_ table: Table) {
    rows = table.rows
    columns = table.columns
    targetColumns = table.targetColumns
    features = .allocate(capacity: max(table.features.count, 1))
    targets = .allocate(capacity: max(table.targets.count, 1))
    for (i, value) in table.features.enumerated() { (features + i).initialize(to: S(value)) }
    for (i, value) in table.targets.enumerated() { (targets + i).initialize(to: S(value)) }
  }

  deinit {
    features.deallocate()
    targets.deallocate()
  }

  /// Copies the rows `order[0..<count]` to `x` and `y`.
  func gather(
    _ order: UnsafePointer<Int32>, count: Int, to x: UnsafeMutablePointer<S>, _ y: UnsafeMutablePointer<S>
  ) {
    if S.isSingle {
      gb_gather_f32(features, order, x, count, columns)
      gb_gather_f32(targets, order, y, count, targetColumns)
    } else {
      gb_gather_f64(features, order, x, count, columns)
      gb_gather_f64(targets, order, y, count, targetColumns)
    }
  }
}
