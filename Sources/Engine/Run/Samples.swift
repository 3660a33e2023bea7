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
    for i in 0..<count {
      let row = Int(order[i])
      (x + i &* columns).update(from: features + row &* columns, count: columns)
      (y + i &* targetColumns).update(from: targets + row &* targetColumns, count: targetColumns)
    }
  }
}
