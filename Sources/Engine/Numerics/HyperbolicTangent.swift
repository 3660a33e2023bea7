extension Double {
  /// The hyperbolic tangent: a series below 0.55, above it 1 − 2/(e²ˣ + 1).
  public static func tanh(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let size = x.magnitude
    let value = size < 0.55 ? tangentNearZero(size) : size < 20 ? tangentNearOne(size) : 1
    return Double(signOf: x, magnitudeOf: value)
  }

  @inline(__always)
  private static func tangentNearZero(_ x: Double) -> Double {
    let z = x * x
    let series = polynomial(
      z,
      [
        -0.333333333333333, 0.13333333333326833, -0.053968253963878936, 0.021869488389110535,
        -0.008863232652886686, 0.003592092533390645, -0.0014555459888827217, 0.0005884570667119921,
        -0.0002334127690966368, 8.336012257431975e-05, -1.952105806605764e-05,
      ])
    return x + x * (z * series)
  }

  /// 1 − 2/(e²ˣ + 1), with the exponential and the quotient carried a little further than a Double.
  @inline(__always)
  private static func tangentNearOne(_ x: Double) -> Double {
    let parts = Exponential(2 * x)
    let scale = power2(parts.exponent)
    let power = parts.mantissa
    let sum = Pair.ordered(scale * power.high, 1)
    let quotient = 2 / sum.high
    let rest = quotient * quotient * 0.5 * (sum.low + scale * power.low)
    let difference = Pair.ordered(1, -quotient)
    return difference.high + (difference.low + rest)
  }
}
