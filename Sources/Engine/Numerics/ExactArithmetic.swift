/// A number held as the unevaluated sum of two Doubles: a rounded result and what rounding took from it.
struct Pair {
  var high: Double
  var low: Double

  /// `a` + `b` exactly (Knuth 1969).
  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> Pair {
    let sum = a + b
    let part = sum - a
    return Pair(high: sum, low: (a - (sum - part)) + (b - part))
  }

  /// `a` + `b` exactly, where |`a`| ≥ |`b`| or `a` is 0 (Dekker 1971).
  @inline(__always)
  static func ordered(_ a: Double, _ b: Double) -> Pair {
    let sum = a + b
    return Pair(high: sum, low: b - (sum - a))
  }

  /// `a` · `b` exactly, while both stay below 2⁹⁷⁰ and the product above 2⁻⁹⁶⁰ (Dekker 1971).
  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> Pair {
    let product = a * b
    let (a1, a2) = halves(a)
    let (b1, b2) = halves(b)
    return Pair(high: product, low: a2 * b2 - (((product - a1 * b1) - a2 * b1) - a1 * b2))
  }

  /// Two numbers of at most 26 bits each whose sum is `a` (Veltkamp 1968).
  @inline(__always)
  private static func halves(_ a: Double) -> (Double, Double) {
    let scaled = 0x1.000_0002p27 * a
    let top = scaled - (scaled - a)
    return (top, a - top)
  }

  /// The sum rounded to odd: the last bit is set wherever bits were lost, so that one more rounding is exact.
  @inline(__always)
  var roundedToOdd: Double {
    let overshoots = (high.bitPattern ^ low.bitPattern) >> 63
    return low < 0 || low > 0 ? Double(bitPattern: (high.bitPattern &- overshoots) | 1) : high
  }
}

extension Float {
  /// `a` · `b` + `c` rounded once, by sums and products of Double alone.
  @inline(__always)
  public static func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
    Float(Pair.sum(Double(a) * Double(b), Double(c)).roundedToOdd)
  }
}

extension Double {
  /// `a` · `b` + `c` rounded once, in the range of `Pair.product` (Boldo and Melquiond 2008).
  @inline(__always)
  public static func multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double {
    let product = Pair.product(a, b)
    let lower = Pair.sum(c, product.low)
    let upper = Pair.sum(product.high, lower.high)
    return upper.high + Pair.sum(upper.low, lower.low).roundedToOdd
  }
}
