extension Logarithm {
  /// k ln 2 + log(1 + f) as a pair, good to 2⁻⁶⁵ of its value.
  var pair: Pair {
    let divisor = Pair.ordered(2, fraction)
    let s = fraction / divisor.high
    let back = Pair.product(s, divisor.high)
    let sLow = (((fraction - back.high) - back.low) - s * divisor.low) / divisor.high
    var square = Pair.product(s, s)
    square.low += 2 * s * sLow
    let cubic = s.timesCubic(square, low: sLow)
    let first = Pair.sum(exponent * 0x1.62e42feep-1, 2 * s)
    let second = Pair.sum(first.high, cubic.high)
    let low = (first.low + second.low) + (2 * sLow + cubic.low + exponent * 0x1.a39ef35793c76p-33)
    return Pair.ordered(second.high, low)
  }
}

extension Double {
  /// s³ · (2/3 + 2/5 s² + 2/7 s⁴ + …) of s = self + `low` with the given square.
  @inline(__always)
  fileprivate func timesCubic(_ square: Pair, low: Double) -> Pair {
    let series = polynomial(
      square.high,
      [
        0.40000000000002267, 0.2857142857009271, 0.2222222252122782, 0.18181784246847202,
        0.1538676312345974, 0.13256677537618147, 0.1319767551367534,
      ])
    var factor = Pair.ordered(0x1.5555555555555p-1, square.high * series)
    factor.low += 0x1.5555555555555p-55
    var term = Pair.product(square.high, factor.high)
    term.low += square.high * factor.low + square.low * factor.high
    var cubic = Pair.product(self, term.high)
    cubic.low += self * term.low + low * term.high
    return cubic
  }

  /// `x` raised to the power `y`, with the special cases of C's `pow`.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let size = x.magnitude
    if y.isInfinite { return size == 1 ? 1 : (size > 1) == (y > 0) ? .infinity : 0 }
    let isInteger = y.rounded(.towardZero) == y
    let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    let sign: Double = isOdd && x.sign == .minus ? -1 : 1
    if size == 0 || size == .infinity { return sign * ((size == 0) == (y > 0) ? 0 : .infinity) }
    return x < 0 && !isInteger ? .nan : sign * positivePower(size, y)
  }

  /// exp(`y` · log `x`) for positive finite `x`, with the logarithm and the product held as pairs.
  private static func positivePower(_ x: Double, _ y: Double) -> Double {
    let logarithm = Logarithm(x).pair
    let bounded = y > 0x1p70 ? 0x1p70 : y < -0x1p70 ? -0x1p70 : y
    let product = Pair.product(bounded, logarithm.high)
    if product.high > 710 { return .infinity }
    if product.high < -746 { return 0 }
    let parts = Exponential(product.high, low: product.low + bounded * logarithm.low)
    return parts.mantissa.high.scaled(by: parts.exponent)
  }
}
