/// The two element types a tensor may have: `Float` and `Double`, as `torch.set_default_dtype` allows.
///
/// The elementary functions are our own, so that they give the same bits on every machine and in the browser.
public protocol Scalar: BinaryFloatingPoint, VectorElement, Sendable {
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
  /// The square root of each lane, correctly rounded.
  static func sqrt(_ x: SIMD8<Self>) -> SIMD8<Self>
  /// `a` · `b` + `c` rounded once, without the instruction: only draws that PyTorch fuses ask for it.
  static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self
  /// The value as a `Double`, exactly.
  var double: Double { get }
  /// The value as an integer, towards 0; it must be one that an `Int` holds.
  var integer: Int { get }

  /// Builds the layer of `entry` behind `x`, in this type's variant.
  static func layer(
    _ entry: LayerEntry, _ arguments: inout Arguments, _ x: Value, _ builder: inout Builder<Self>
  ) throws(EngineError) -> Value
  /// The loss of `entry`, in this type's variant.
  static func loss(_ entry: LossEntry, _ arguments: inout Arguments) throws(EngineError) -> Loss<Self>
  /// The optimizer of `entry`, in this type's variant.
  static func optimizer(
    _ entry: OptimizerEntry, _ arguments: inout Arguments, _ cyclingMomentum: Bool
  ) throws(EngineError) -> Optimizer<Self>
  /// The initializer of `entry`, in this type's variant.
  static func initializer(
    _ entry: InitializerEntry, _ arguments: inout Arguments
  ) throws(EngineError) -> Fill<Self>
}

#if hasFeature(Embedded)
  /// What SIMD asks of its elements.
  public typealias VectorElement = SIMDScalar
#else
  /// What SIMD asks of its elements; outside Embedded Swift that implies Codable,
  /// which a protocol must spell out.
  public typealias VectorElement = SIMDScalar & Codable
#endif
