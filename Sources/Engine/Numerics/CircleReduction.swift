/// An angle taken apart as `quadrant` · π/2 + `rest`, with |rest| ≤ π/4 and a little.
struct CircleReduction {
  let quadrant: Int32
  let rest: Pair

  /// Takes apart a finite angle `x` in radians, however large.
  @inline(__always)
  init(_ x: Double) {
    if x.magnitude < 0x1.921fb54442d18p-1 {
      quadrant = 0
      rest = Pair(high: x, low: 0)
      return
    }
    if x.magnitude < 0x1p20 {
      let near = CircleReduction(near: x)
      self = near.rest.high.magnitude > 0x1p-20 ? near : CircleReduction(exactly: x)
    } else {
      self = CircleReduction(exactly: x)
    }
  }

  private init(quadrant: Int32, rest: Pair) {
    self.quadrant = quadrant
    self.rest = rest
  }

  /// π/2 in three parts, whose products with the quadrant are exact (Cody and Waite 1980).
  @inline(__always)
  private init(near x: Double) {
    let count = (x * 0x1.45f306dc9c883p-1 + 0x1.8p52) - 0x1.8p52
    let first = x - count * 0x1.921fb544p0
    let second = Pair.sum(first, -(count * 0x1.0b4611a6p-34))
    quadrant = Int32(truncatingIfNeeded: Int64(count))
    rest = Pair.sum(second.high, second.low - count * 0x1.3198a2e037073p-69)
  }

  /// The fraction of x · 2/π from the bits of 2/π that decide it (Payne and Hanek 1983).
  private init(exactly x: Double) {
    let significand = x.significandBitPattern | 1 &<< 52
    let product = Self.window(at: Int(x.exponent) &+ 10).product(significand)
    // Two bits of quadrant, the rest a fraction; above one half it counts down from the next quadrant.
    let turn = Int32(truncatingIfNeeded: product.high &>> 61)
    let fraction = product.shiftedLeft(2)
    let isNegative = fraction.high &>> 63 == 1
    let magnitude = isNegative ? fraction.negated : fraction
    let shift = magnitude.high.leadingZeroBitCount
    let bits = magnitude.shiftedLeft(shift)
    let head = Double(bits.high & ~0x7ff)
    let tail = Double(bits.high & 0x7ff) + Double(bits.middle) * 0x1p-64
    var angle = Pair.product(head, 0x1.921fb54442d18p0)
    angle.low += head * 0x1.1a62633145c07p-54 + tail * 0x1.921fb54442d18p0
    let scale = Double.power2(Int64(-64 &- shift)) * ((x < 0) != isNegative ? -1 : 1)
    quadrant = (turn &+ 1) / 2 * (x < 0 ? -1 : 1)
    rest = Pair.ordered(angle.high * scale, angle.low * scale)
  }

  /// 192 bits of 2/π from the bit `start`, where bit 64 is the first behind the point.
  private static func window(at start: Int) -> Bits192 {
    let word = start / 64
    let shift = start % 64
    let bits = Bits192(high: twoOverPi[word], middle: twoOverPi[word &+ 1], low: twoOverPi[word &+ 2])
    let next = twoOverPi[word &+ 3]
    let shifted = bits.shiftedLeft(shift)
    return Bits192(high: shifted.high, middle: shifted.middle, low: shifted.low | next >> (64 &- shift))
  }

  /// A word of zeros, then the binary digits of 2/π.
  private static let twoOverPi: InlineArray<20, UInt64> = [
    0x0000_0000_0000_0000, 0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561, 0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484, 0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f, 0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b, 0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab,
  ]
}

/// An unsigned integer of 192 bits, as far as the reduction of angles asks for one.
private struct Bits192 {
  var high: UInt64
  var middle: UInt64
  var low: UInt64

  /// The low 192 bits of the product with `factor`.
  func product(_ factor: UInt64) -> Bits192 {
    let first = low.multipliedFullWidth(by: factor)
    let second = middle.multipliedFullWidth(by: factor)
    let (sum, carries) = second.low.addingReportingOverflow(first.high)
    return Bits192(high: high &* factor &+ second.high &+ (carries ? 1 : 0), middle: sum, low: first.low)
  }

  /// The bits moved towards the high end, for 0 ≤ `count` < 64.
  func shiftedLeft(_ count: Int) -> Bits192 {
    Bits192(
      high: high << count | middle >> (64 &- count), middle: middle << count | low >> (64 &- count),
      low: low << count)
  }

  /// 2¹⁹² less the number.
  var negated: Bits192 {
    let (lower, borrows) = UInt64(0).subtractingReportingOverflow(low)
    let center = ~middle &+ (borrows ? 0 : 1)
    return Bits192(high: ~high &+ (!borrows && middle == 0 ? 1 : 0), middle: center, low: lower)
  }
}
