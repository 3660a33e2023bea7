/// The two element types a tensor may have: `Float` and `Double`, as `torch.set_default_dtype` allows.
///
/// The elementary functions are our own, so that they give the same bits on every machine and in the browser.
public protocol Scalar: BinaryFloatingPoint, SIMDScalar, Sendable {
  /// e raised to the power `x`.
  static func exp(_ x: Self) -> Self
  /// e raised to the power `x`, less 1, accurate near 0.
  static func expm1(_ x: Self) -> Self
  /// The natural logarithm; −∞ at 0, NaN below.
  static func log(_ x: Self) -> Self
  /// The natural logarithm of 1 + `x`, accurate near 0.
  static func log1p(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// The error function 2/√π ∫₀ˣ exp(−t²) dt.
  static func erf(_ x: Self) -> Self
  /// The sine of `x` radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of `x` radians.
  static func cos(_ x: Self) -> Self
  /// `x` raised to the power `y`, with the special cases of C's `pow`.
  static func pow(_ x: Self, _ y: Self) -> Self
  /// The value as a `Double`, exactly.
  var double: Double { get }
}
