/// The logarithm, sine and cosine of PyTorch's AVX2 kernels, with their roundings: `normal_` draws with them.
///
/// Good to a few ulps only, so nothing else uses them. Source: Moshier's Cephes, 1992, as in Pommier's `avx_mathfun`.
enum VectorSeries {
  /// The natural logarithm of a positive normal `x`.
  static func log(_ x: Float) -> Float {
    let bits = x.bitPattern
    var exponent = Float(Int32(truncatingIfNeeded: bits >> 23) - 126)
    var x = Float(bitPattern: bits & 0x807f_ffff | 0x3f00_0000)
    if x < 0.707106781186547524 {
      exponent -= 1
      x = (x - 1) + x
    } else {
      x -= 1
    }
    let square = x * x
    var y = fused(
      x,
      [
        7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
        -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
      ])
    y = Float.multiplyAdd(y * x, square, exponent * -2.12194440e-4)
    y = Float.multiplyAdd(-square, 0.5, y)
    return Float.multiplyAdd(exponent, 0.693359375, x + y)
  }

  /// The sine and cosine of `angle` ≥ 0.
  static func sineAndCosine(_ angle: Float) -> (sine: Float, cosine: Float) {
    let octant = (Int32(angle * 1.27323954473516) + 1) & ~1
    let count = Float(octant)
    var x = Float.multiplyAdd(count, -0.78515625, angle)
    x = Float.multiplyAdd(count, -2.4187564849853515625e-4, x)
    x = Float.multiplyAdd(count, -3.77489497744594108e-8, x)
    let z = x * x
    var even = fused(z, [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]) * z
    even = Float.multiplyAdd(even, z, -(z * 0.5)) + 1
    var odd = fused(z, [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]) * z
    odd = Float.multiplyAdd(odd, x, x)
    let (sine, cosine) = octant & 2 == 0 ? (odd, even) : (even, odd)
    return (octant & 4 == 0 ? sine : -sine, ~(octant - 2) & 4 == 0 ? cosine : -cosine)
  }

  /// A polynomial, highest power first, each product and sum rounded once.
  @inline(__always)
  private static func fused<let count: Int>(_ x: Float, _ coefficients: InlineArray<count, Float>) -> Float {
    var sum = coefficients[0]
    for index in 1..<count { sum = Float.multiplyAdd(sum, x, coefficients[index]) }
    return sum
  }
}
