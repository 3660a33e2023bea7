public struct BatchSampler { init(){}; init(generatorSeed: UInt64){}; mutating func order(into: UnsafeMutableBufferPointer<Int32>, shuffle: Bool, global: inout TorchGenerator){} }
public struct TorchGenerator { init(seed: UInt64){}; mutating func uniform<S: Scalar>(into: UnsafeMutableBufferPointer<S>, from: Double, to: Double) {} }
func kaimingUniform<S: Scalar>(_ v: UnsafeMutableBufferPointer<S>, fan: Int, slope: Double, from: inout TorchGenerator) {}
extension Float: Scalar {
  public static func exp(_ x: Self) -> Self {x}
  public static func expm1(_ x: Self) -> Self {x}
  public static func log(_ x: Self) -> Self {x}
  public static func log1p(_ x: Self) -> Self {x}
  public static func tanh(_ x: Self) -> Self {x}
  public static func erf(_ x: Self) -> Self {x}
  public static func sin(_ x: Self) -> Self {x}
  public static func cos(_ x: Self) -> Self {x}
  public static func pow(_ x: Self, _ y: Self) -> Self {x}
  public var double: Double { Double(self) }
}
extension Double: Scalar {
  public static func exp(_ x: Self) -> Self {x}
  public static func expm1(_ x: Self) -> Self {x}
  public static func log(_ x: Self) -> Self {x}
  public static func log1p(_ x: Self) -> Self {x}
  public static func tanh(_ x: Self) -> Self {x}
  public static func erf(_ x: Self) -> Self {x}
  public static func sin(_ x: Self) -> Self {x}
  public static func cos(_ x: Self) -> Self {x}
  public static func pow(_ x: Self, _ y: Self) -> Self {x}
  public var double: Double { self }
}
