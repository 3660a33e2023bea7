import CKernels

/// Adds `values` `[channels]` to the planes `[rows, channels, plane]` of each channel.
func addChannels<S: Scalar>(
  _ values: UnsafePointer<S>, to planes: UnsafeMutablePointer<S>, rows: Int, channels: Int, plane: Int
) {
  var elements = planes
  for _ in 0..<rows {
    for channel in 0..<channels {
      let value = SIMD8(repeating: values[channel])
      Eight.forEach(of: plane) { elements[$0] += value }
      elements += plane
    }
  }
}

/// Sums the rows of `matrix` `[rows, columns]` in order of rows, to `sums` `[columns]`.
func sumRows<S: Scalar>(
  _ matrix: UnsafePointer<S>, rows: Int, columns: Int, to sums: UnsafeMutablePointer<S>
) {
  if S.isSingle {
    gb_sum_rows_f32(matrix, sums, rows, columns)
  } else {
    gb_sum_rows_f64(matrix, sums, rows, columns)
  }
}

/// Sums each channel of `values` `[rows, channels, plane]` to `sums` `[channels]`: a plane in the order of
/// ``laneSum(count:_:)``, then the rows in order.
///
/// `term` is given the place of an element and its channel.
@inline(__always)
func sumChannels<S: Scalar>(
  rows: Int, channels: Int, plane: Int, to sums: UnsafeMutablePointer<S>, _ term: (Int, Int) -> S
) {
  sums.update(repeating: 0, count: channels)
  for row in 0..<rows {
    for channel in 0..<channels {
      let start = (row &* channels &+ channel) &* plane
      sums[channel] +=
        plane == 1 ? term(start, channel) : laneSum(count: plane) { term(start &+ $0, channel) }
    }
  }
}

/// The sum of `term(0)`, …, `term(count - 1)` in eight lanes: lane l adds terms l, l + 8, …;
/// then the lanes are added pairwise, l with l + 4, l + 2 and l + 1.
///
/// The one order of reduction there is, whatever the machine's vector width.
@inline(__always)
func laneSum<S: Scalar>(count: Int, _ term: (Int) -> S) -> S {
  var lanes = SIMD8<S>(repeating: 0)
  let whole = count & ~7
  var i = 0
  while i < whole {
    lanes += SIMD8(
      term(i), term(i &+ 1), term(i &+ 2), term(i &+ 3), term(i &+ 4), term(i &+ 5), term(i &+ 6),
      term(i &+ 7))
    i &+= 8
  }
  while i < count {
    lanes[i &- whole] += term(i)
    i &+= 1
  }
  return lanes.pairwiseSum
}

/// The sum of `count` elements, in the order of ``laneSum(count:_:)``.
func sum<S: Scalar>(_ values: UnsafePointer<S>, count: Int) -> S {
  var lanes = SIMD8<S>(repeating: 0)
  Eight.forEach(of: count) { lanes += values[$0] }
  return lanes.pairwiseSum
}

/// The sum of the squares of `count` elements, in the order of ``laneSum(count:_:)``.
func sumOfSquares<S: Scalar>(_ values: UnsafePointer<S>, count: Int) -> S {
  var lanes = SIMD8<S>(repeating: 0)
  Eight.forEach(of: count) { lanes += values[$0] * values[$0] }
  return lanes.pairwiseSum
}

extension SIMD8 where Scalar: Engine.Scalar {
  /// The sum of the lanes: l with l + 4, then l + 2 and l + 1.
  @inline(__always)
  var pairwiseSum: Scalar {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// The sum of what `term` makes of each of `count` elements, in eight lanes.
@inline(__always)
func laneSum<S: Scalar>(_ values: UnsafePointer<S>, count: Int, _ term: (S) -> S = { $0 }) -> S {
  laneSum(count: count) { term(values[$0]) }
}

/// The greatest of `term(0)`, …, `term(count - 1)`, `count` at least 1.
@inline(__always)
func greatest<S: Scalar>(count: Int, _ term: (Int) -> S) -> S {
  var greatest = term(0)
  for i in 1..<max(count, 1) {
    let value = term(i)
    if value > greatest { greatest = value }
  }
  return greatest
}
