/// The polynomial c₀ + c₁x + c₂x² + … by Horner's rule, each product rounded and then each sum.
@inline(__always)
func polynomial<let count: Int>(_ x: Double, _ coefficients: InlineArray<count, Double>) -> Double {
  var sum = coefficients[count &- 1]
  var index = count &- 2
  while index >= 0 {
    sum = sum * x + coefficients[index]
    index &-= 1
  }
  return sum
}
