/// Every function is computed as a Double and rounded once: shorter series where training spends
/// its time, without branches, so that loops over them use vector instructions. In the page they
/// are called, which is smaller.
extension Float: Scalar {
  /// The value as a `Double`, exactly.
  @inline(__always)
  public var double: Double { Double(self) }
  /// The value as an integer, towards 0; it must be one that an `Int` holds.
  @inline(__always)
  public var integer: Int { Int(self) }

  /// e raised to the power `x`: 0 below −104, ∞ above 88.8.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func exp(_ x: Float) -> Float {
    let value = Double(x)
    let parts = ShortExponential(value < -110 ? -110 : value > 90 ? 90 : value)
    return x.isNaN ? .nan : Float(parts.scale + parts.scale * parts.lessOne)
  }

  /// The natural logarithm; −∞ at 0, NaN below.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func log(_ x: Float) -> Float {
    let bits = Double(x).bitPattern &- 0x3fe6_a09e_667f_3bcd
    // The exponent as a Double without an integer conversion, which vectors of 64 bits lack.
    let biased = (bits &+ 0x7ff0_0000_0000_0000) &>> 52
    let exponent = Double(bitPattern: biased | 0x4330_0000_0000_0000) - (0x1p52 + 2047)
    let fraction = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd) - 1
    let s = fraction / (2 + fraction)
    let series = polynomial(
      s * s,
      [
        2, 0.6666666667584359, 0.39999995605426153, 0.2857211107627154, 0.22176101753423766,
        0.19585493770950993,
      ])
    let value = Float(exponent * 0x1.62e42fefa39efp-1 + s * series)
    return x > 0 ? (x < .infinity ? value : x) : x == 0 ? -.infinity : .nan
  }

  /// The hyperbolic tangent.
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func tanh(_ x: Float) -> Float {
    let double = Double(x.magnitude) * 2
    let parts = ShortExponential(double < 40 ? double : 40)
    let power = (parts.scale - 1) + parts.scale * parts.lessOne
    return x.isNaN ? .nan : Float(signOf: x, magnitudeOf: Float(power / (power + 2)))
  }

  /// The error function 2/√π ∫₀ˣ exp(−t²) dt: a series below 1, above it 1 − exp(log(1 − erf x)).
  #if !hasFeature(Embedded)
    @inline(__always)
  #endif
  public static func erf(_ x: Float) -> Float {
    let size = Double(x.magnitude)
    return x.isNaN ? .nan : size < 1 ? errorSeries(Double(x)) : errorComplement(x, size)
  }

  @inline(__always)
  private static func errorSeries(_ x: Double) -> Float {
    let series = polynomial(
      x * x,
      [
        0.12837916709471292, -0.3761263889009735, 0.112837913182854, -0.02686613400808691,
        0.005223786508955841, -0.0008542702581125746, 0.000119573248416697, -1.3914025376802897e-05,
        1.0601081222662623e-06,
      ])
    return Float(x + x * series)
  }

  @inline(__always)
  private static func errorComplement(_ x: Float, _ size: Double) -> Float {
    let logarithm = polynomial(
      size < 4 ? size : 4,
      [
        0.00012526060145213905, -1.1292036765469853, -0.6341965420073108, -0.10696093525658858,
        0.023836032272738544, -0.0033600061920409465, 0.00010166514815543219, 6.43629411069477e-05,
        -1.2455541005396147e-05, 7.846736344235258e-07,
      ])
    let parts = ShortExponential(logarithm)
    return Float(signOf: x, magnitudeOf: Float(1 - (parts.scale + parts.scale * parts.lessOne)))
  }

  /// e raised to the power `x`, less 1, accurate near 0.
  public static func expm1(_ x: Float) -> Float { Float(Double.expm1(Double(x))) }
  /// The natural logarithm of 1 + `x`, accurate near 0.
  public static func log1p(_ x: Float) -> Float { Float(Double.log1p(Double(x))) }
  /// The sine of `x` radians; NaN at ±∞.
  public static func sin(_ x: Float) -> Float { Float(Double.sin(Double(x))) }
  /// The cosine of `x` radians; NaN at ±∞.
  public static func cos(_ x: Float) -> Float { Float(Double.cos(Double(x))) }
  /// `x` raised to the power `y`, with the special cases of C's `pow`.
  public static func pow(_ x: Float, _ y: Float) -> Float { Float(Double.pow(Double(x), Double(y))) }
}

/// eˣ as 2ᵏ · (1 + `lessOne`) to 2⁻³⁹ of its value, for |x| ≤ 700.
struct ShortExponential {
  let scale: Double
  let lessOne: Double

  @inline(__always)
  init(_ x: Double) {
    let shifted = x * 0x1.71547652b82fep0 + 0x1.8p52
    let count = shifted - 0x1.8p52
    scale = Double(bitPattern: (shifted.bitPattern &- 0x4338_0000_0000_0000 &+ 1023) &<< 52)
    let r = x - count * 0x1.62e42fefa39efp-1
    lessOne = polynomial(
      r,
      [
        0, 1, 0.49999999999736144, 0.1666666675452153, 0.04166666695521552, 0.008333288961960731,
        0.001388880929213344, 0.00019904956413139486, 2.488250826416669e-05,
      ])
  }
}
