import CKernels

// Through C, since Swift makes a call of every lane's `squareRoot()` on Linux, for the sake of errno.

extension Float {
  /// The square root of each lane, correctly rounded.
  @inline(__always)
  public static func sqrt(_ x: SIMD8<Float>) -> SIMD8<Float> { gb_sqrt_f32x8(x) }
}

extension Double {
  /// The square root of each lane, correctly rounded.
  @inline(__always)
  public static func sqrt(_ x: SIMD8<Double>) -> SIMD8<Double> { gb_sqrt_f64x8(x) }
}
