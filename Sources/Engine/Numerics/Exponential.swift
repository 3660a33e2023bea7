/// eˣ taken apart as 2ᵏ · (1 + head + tail), with |head| ≤ ½ ln 2 exact and the tail far smaller.
struct Exponential {
  let exponent: Int64
  let head: Double
  let tail: Double

  /// Takes apart e raised to `x` + `low`, for |`x`| ≤ 750.
  @inline(__always)
  init(_ x: Double, low: Double = 0) {
    // Adding 1.5 · 2⁵² rounds to an integer and leaves it in the low bits.
    let shifted = x * 0x1.71547652b82fep0 + 0x1.8p52
    let count = shifted - 0x1.8p52
    exponent = Int64(bitPattern: shifted.bitPattern &- 0x4338_0000_0000_0000)
    head = x - count * 0x1.62e42feep-1
    let rest = count * 0x1.a39ef35793c76p-33 - low
    let r = head - rest
    let series = polynomial(
      r,
      [
        0.5, 0.16666666666666663, 0.041666666666666186, 0.008333333333335604, 0.0013888888889386501,
        0.00019841269839889148, 2.480158573339185e-05, 2.755730130732847e-06, 2.7559194405185314e-07,
        2.508609073529103e-08, 2.0152478095245775e-09,
      ])
    tail = r * r * series - rest
  }

  /// eˣ as a normalised pair, short of the factor 2ᵏ.
  @inline(__always)
  var mantissa: Pair {
    let sum = Pair.ordered(1, head)
    return Pair.ordered(sum.high, sum.low + tail)
  }

  /// eˣ − 1 as a normalised pair, for |k| ≤ 1000.
  @inline(__always)
  var lessOne: Pair {
    let scale = Double.power2(exponent)
    let base = exponent < 0 ? Pair.ordered(-1, scale) : Pair.ordered(scale, -1)
    let sum = Pair.sum(base.high, scale * head)
    return Pair.ordered(sum.high, scale * tail + (sum.low + base.low))
  }
}

extension Double {
  /// 2ᵏ for −1022 ≤ k ≤ 1023.
  @inline(__always)
  static func power2(_ k: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: k &+ 1023) &<< 52) }

  /// `x` · 2ᵏ for |k| ≤ 2044, rounded once where the result is subnormal.
  @inline(__always)
  func scaled(by k: Int64) -> Double { self * Double.power2(k >> 1) * Double.power2(k &- (k >> 1)) }

  /// e raised to the power `x`: 0 below −745.2, ∞ above 709.8.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func exp(_ x: Double) -> Double {
    let clamped = x < -746 ? -746 : x > 710 ? 710 : x
    let parts = Exponential(clamped)
    return x.isNaN ? .nan : parts.mantissa.high.scaled(by: parts.exponent)
  }

  /// e raised to the power `x`, less 1, accurate near 0; −1 below −40.
  public static func expm1(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.magnitude < 0x1p-54 { return x }
    if x < -40 { return -1 }
    return x > 40 ? exp(x) : Exponential(x).lessOne.high
  }
}
