/// The logarithm, sine and cosine of PyTorch's AVX2 kernels, with their roundings: `normal_` draws with them.
///
/// Good to a few ulps only, so nothing else uses them. Source: Moshier's Cephes, 1992,
/// as in Pommier's `avx_mathfun`. Four lanes at a time, since each step of a lane waits for the one before.
enum VectorSeries {
  typealias Lanes = SIMD4<Float>

  /// The natural logarithm of positive normal numbers.
  static func log(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD4<UInt32>.self)
    let half = unsafeBitCast(bits & 0x807f_ffff | 0x3f00_0000, to: Lanes.self)
    let isLow = half .< 0.707106781186547524
    let exponent =
      Lanes(SIMD4<Int32>(truncatingIfNeeded: bits &>> 23) &- 126)
      - Lanes.zero.replacing(with: 1, where: isLow)
    let x = (half - 1) + Lanes.zero.replacing(with: half, where: isLow)
    let square = x * x
    var y = series(
      x,
      [
        7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
        -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
      ])
    y = fused(y * x, square, exponent * -2.12194440e-4)
    y = fused(-square, Lanes(repeating: 0.5), y)
    return fused(exponent, Lanes(repeating: 0.693359375), x + y)
  }

  /// The sines and cosines of angles from 0 on.
  static func sineAndCosine(_ angle: Lanes) -> (sine: Lanes, cosine: Lanes) {
    var octant = SIMD4<Int32>.zero
    for lane in 0..<4 { octant[lane] = (Int32(angle[lane] * 1.27323954473516) &+ 1) & ~1 }
    let count = Lanes(octant)
    var x = fused(count, Lanes(repeating: -0.78515625), angle)
    x = fused(count, Lanes(repeating: -2.4187564849853515625e-4), x)
    x = fused(count, Lanes(repeating: -3.77489497744594108e-8), x)
    let z = x * x
    var even = series(z, [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]) * z
    even = fused(even, z, -(z * 0.5)) + 1
    var odd = series(z, [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]) * z
    odd = fused(odd, x, x)
    let swaps = octant & 2 .!= 0
    let sine = odd.replacing(with: even, where: swaps)
    let cosine = even.replacing(with: odd, where: swaps)
    return (
      sine.replacing(with: -sine, where: octant & 4 .!= 0),
      cosine.replacing(with: -cosine, where: ~(octant &- 2) & 4 .!= 0)
    )
  }

  /// A polynomial, highest power first, each product and sum rounded once.
  @inline(__always)
  private static func series<let count: Int>(_ x: Lanes, _ coefficients: InlineArray<count, Float>) -> Lanes {
    var sum = Lanes(repeating: coefficients[0])
    for index in 1..<count { sum = fused(sum, x, Lanes(repeating: coefficients[index])) }
    return sum
  }

  /// `Float.multiplyAdd` in each lane.
  @inline(__always)
  private static func fused(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
    var result = c
    for lane in 0..<4 { result[lane] = Float.multiplyAdd(a[lane], b[lane], c[lane]) }
    return result
  }
}
