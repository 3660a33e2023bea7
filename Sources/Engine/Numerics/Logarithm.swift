/// A positive number taken apart as 2ᵏ · (1 + f), with √½ ≤ 1 + f < √2 and f exact.
struct Logarithm {
  let exponent: Double
  let fraction: Double

  /// Takes apart a positive finite `x`.
  @inline(__always)
  init(_ x: Double) {
    let isSubnormal = x < 0x1p-1022
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern &- 0x3fe6_a09e_667f_3bcd
    let k = Int64(bitPattern: bits) >> 52
    exponent = Double(Int32(truncatingIfNeeded: k)) - (isSubnormal ? 54 : 0)
    fraction = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd) - 1
  }

  /// A number near 1, given as its distance `fraction` from 1.
  @inline(__always)
  init(near fraction: Double) {
    exponent = 0
    self.fraction = fraction
  }

  /// k ln 2 + log(1 + f) + `correction`, by the series of log((1 + s)/(1 − s)) with s = f/(2 + f).
  @inline(__always)
  func value(correction: Double = 0) -> Double {
    let s = fraction / (2 + fraction)
    let z = s * s
    let series = polynomial(
      z,
      [
        0.6666666666666735, 0.3999999999941132, 0.2857142874322024, 0.2222219847983315,
        0.181835695588333, 0.15313907508546798, 0.14797467979282825,
      ])
    let half = 0.5 * fraction * fraction
    let low = s * (half + z * series) + (exponent * 0x1.a39ef35793c76p-33 + correction)
    return exponent * 0x1.62e42feep-1 - ((half - low) - fraction)
  }
}

extension Double {
  /// The natural logarithm; −∞ at 0, NaN below.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    return Logarithm(x).value()
  }

  /// The natural logarithm of 1 + `x`, accurate near 0; −∞ at −1, NaN below.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func log1p(_ x: Double) -> Double {
    guard x > -1, x < .infinity else { return x == -1 ? -.infinity : x > 0 ? x : .nan }
    if x.magnitude < 0x1p-54 { return x }
    if x > -0.29, x < 0.41 { return Logarithm(near: x).value() }
    let sum = Pair.sum(1, x)
    return Logarithm(sum.high).value(correction: sum.low / sum.high)
  }
}
