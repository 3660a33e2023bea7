extension CircleReduction {
  /// The sine of the rest.
  @inline(__always)
  var sine: Double {
    let x = rest.high
    let z = x * x
    let cube = z * x
    let series = polynomial(
      z,
      [
        0.00833333333332237, -0.0001984126982977126, 2.755731367869258e-06, -2.5050755965063506e-08,
        1.5896666695913975e-10,
      ])
    return x - ((z * (0.5 * rest.low - cube * series) - rest.low) + cube * 0.16666666666666632)
  }

  /// The cosine of the rest.
  @inline(__always)
  var cosine: Double {
    let z = rest.high * rest.high
    let series = polynomial(
      z,
      [
        0.0416666666666666, -0.0013888888888874066, 2.4801587289444115e-05, -2.755731434082267e-07,
        2.087572164381891e-09, -1.135956028574062e-11,
      ])
    let half = 0.5 * z
    let head = 1 - half
    return head + (((1 - head) - half) + (z * z * series - rest.high * rest.low))
  }
}

extension Double {
  /// The sine of `x` radians; NaN at ±∞.
  public static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = CircleReduction(x)
    let value = angle.quadrant & 1 == 0 ? angle.sine : angle.cosine
    return angle.quadrant & 2 == 0 ? value : -value
  }

  /// The cosine of `x` radians; NaN at ±∞.
  public static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = CircleReduction(x)
    let value = angle.quadrant & 1 == 0 ? angle.cosine : angle.sine
    return (angle.quadrant &+ 1) & 2 == 0 ? value : -value
  }
}
