/// The polynomial c₀ + c₁x + c₂x² + … of at most 16 terms by Horner's rule,
/// each product rounded and then each sum.
///
/// Unrolled by hand: where code is optimised for size, as in the page, the compiler would leave a loop.
@inline(__always)
func polynomial<let count: Int>(_ x: Double, _ coefficients: InlineArray<count, Double>) -> Double {
  var sum = coefficients[count &- 1]
  @inline(__always)
  func append(_ index: Int) {
    if index < count &- 1 { sum = sum * x + coefficients[index] }
  }
  append(14); append(13); append(12); append(11); append(10)
  append(9); append(8); append(7); append(6); append(5)
  append(4); append(3); append(2); append(1); append(0)
  return sum
}
