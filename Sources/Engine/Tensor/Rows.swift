/// Adds `row` `[columns]` to each row of `matrix` `[rows, columns]`.
func addRow<S: Scalar>(
  _ row: UnsafePointer<S>, to matrix: UnsafeMutablePointer<S>, rows: Int, columns: Int
) {
  for r in 0..<rows {
    let line = matrix + r &* columns
    for c in 0..<columns { line[c] += row[c] }
  }
}

/// Sums the rows of `matrix` `[rows, columns]` in order of rows, to `sums` `[columns]`.
func sumRows<S: Scalar>(
  _ matrix: UnsafePointer<S>, rows: Int, columns: Int, to sums: UnsafeMutablePointer<S>
) {
  sums.update(repeating: 0, count: columns)
  for r in 0..<rows {
    let line = matrix + r &* columns
    for c in 0..<columns { sums[c] += line[c] }
  }
}

/// The sum of `count` elements in eight lanes: lane l adds elements l, l + 8, …; then the lanes are added pairwise.
///
/// The one order of reduction there is, whatever the machine's vector width.
func laneSum<S: Scalar>(_ values: UnsafePointer<S>, count: Int, _ term: (S) -> S = { $0 }) -> S {
  var lanes = SIMD8<S>(repeating: 0)
  for i in 0..<count { lanes[i & 7] += term(values[i]) }
  let four = lanes.lowHalf + lanes.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
