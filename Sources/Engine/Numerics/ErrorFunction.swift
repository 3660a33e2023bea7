extension Double {
  /// The error function 2/√π ∫₀ˣ exp(−t²) dt.
  public static func erf(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let size = x.magnitude
    if size < 0.6 { return x + x * errorNearZero(x * x) }
    let value = size < 1.25 ? errorMidway(size - 0.9375) : size < 5.93 ? 1 - errorTail(size) : 1
    return Double(signOf: x, magnitudeOf: value)
  }

  /// erf(√z)/√z − 1 for z ≤ 0.6².
  @inline(__always)
  private static func errorNearZero(_ z: Double) -> Double {
    polynomial(
      z,
      [
        0.1283791670955126, -0.37612638903183704, 0.11283791670950634, -0.02686617064352854,
        0.005223977596390603, -0.0008548323996050962, 0.00012055140626541189, -1.49180646751015e-05,
        1.6280294638652026e-06, -1.39180913925187e-07,
      ])
  }

  /// erf(0.9375 + d) for |d| ≤ 0.3375.
  @inline(__always)
  private static func errorMidway(_ d: Double) -> Double {
    let series = polynomial(
      d,
      [
        0.46854458689539785, -0.43926055021443483, 0.11835631491899273, 0.09094066078642092,
        -0.06960964228161673, -0.0024978296585066425, 0.017242786382195105, -0.0035060288439609497,
        -0.0026223536533620585, 0.001114980950786805, 0.00023921716733459668, -0.00020621080004131466,
        -5.033801190361513e-06, 2.691675661951351e-05,
      ])
    return 0x1.a1551a16aaeafp-1 + (d * series + 1.1420613234291201e-17)
  }

  /// 1 − erf x as exp(−x²) times a series in 1/(x + 2), for 1.25 ≤ x ≤ 5.95.
  @inline(__always)
  private static func errorTail(_ x: Double) -> Double {
    let series = polynomial(
      1 / (x + 2),
      [
        1.1756509916786222e-05, 0.5636621342586973, 1.13897232539894, 1.8500301840799587,
        3.759959952689777, -1.9135116534063645, 13.265233714566603, -22.42190704463221,
        -59.75722800597228, 208.90096660043233, -231.02944057397505, 94.00448586140725,
      ])
    return exp(-x * x) * series
  }
}
