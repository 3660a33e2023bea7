import Foundation
import Testing

@testable import Engine

@Suite struct NumericsSpecialValuesTests {
  static let special: [Double] = [
    0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 2.5, -2.5, .infinity, -.infinity, .nan, 1e308, -1e308,
    .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 0x1p53, -0x1p53, 0x1p53 + 2,
    0x1p53 - 1, -0x1p53 + 1, 1.0.nextDown, 1.0.nextUp, 745, -745, 0x1p1000, 1e5, -1e5, 89, -104,
  ]
  typealias Row = (
    name: String, double: @Sendable (Double) -> Double, float: @Sendable (Float) -> Float,
    reference: @Sendable (Double) -> Double
  )
  static let rows: [Row] = [
    ("exp", { Double.exp($0) }, { Float.exp($0) }, { Foundation.exp($0) }),
    ("expm1", { Double.expm1($0) }, { Float.expm1($0) }, { Foundation.expm1($0) }),
    ("log", { Double.log($0) }, { Float.log($0) }, { Foundation.log($0) }),
    ("log1p", { Double.log1p($0) }, { Float.log1p($0) }, { Foundation.log1p($0) }),
    ("tanh", { Double.tanh($0) }, { Float.tanh($0) }, { Foundation.tanh($0) }),
    ("erf", { Double.erf($0) }, { Float.erf($0) }, { Foundation.erf($0) }),
    ("sin", { Double.sin($0) }, { Float.sin($0) }, { Foundation.sin($0) }),
    ("cos", { Double.cos($0) }, { Float.cos($0) }, { Foundation.cos($0) }),
  ]

  @Test(arguments: rows.indices)
  func `zeros keep their sign, infinities are met, and the nearest number is never far`(row: Int) {
    let (name, double, float, reference) = Self.rows[row]
    for x in Self.special {
      let (value, expected) = (double(x), reference(x))
      #expect(agrees(value, expected), "\(name) \(x): \(value), not \(expected)")
      let single = Float(reference(Double(Float(x))))
      let drawn = float(Float(x))
      #expect(agrees(Double(drawn), Double(single), ulp: Double(single.ulp)), "\(name) \(x): \(drawn)")
    }
  }

  @Test func `NaNs have one pattern of bits, whatever came in`() {
    let (quiet, negative) = (Double(nan: 5, signaling: false), -Double.nan)
    for row in Self.rows {
      for x in [quiet, negative] {
        #expect(row.double(x).bitPattern == Double.nan.bitPattern, "\(row.name)")
        #expect(row.float(Float(x)).bitPattern == Float.nan.bitPattern, "\(row.name)")
      }
    }
    #expect(Double.pow(quiet, 2).bitPattern == Double.nan.bitPattern)
    #expect(Double.pow(-1, 0.5).bitPattern == Double.nan.bitPattern)
    #expect(Double.sin(.infinity).bitPattern == Double.nan.bitPattern)
    #expect(Float.log(-1).bitPattern == Float.nan.bitPattern)
  }

  @Test func `pow has the special cases of C`() {
    for x in Self.special {
      for y in Self.special {
        let (value, expected) = (Double.pow(x, y), Foundation.pow(x, y))
        #expect(agrees(value, expected), "pow(\(x), \(y)): \(value), not \(expected)")
      }
    }
  }

  @Test func `tanh and erf are odd to the last bit`() {
    var generator = NumpyGenerator(seed: 2)
    for _ in 0..<2_000 {
      let x = generator.uniform(from: -8, to: 8)
      #expect(Double.tanh(-x) == -Double.tanh(x) && Double.erf(-x) == -Double.erf(x))
      let y = Float(x)
      #expect(Float.tanh(-y) == -Float.tanh(y) && Float.erf(-y) == -Float.erf(y))
    }
  }

  @Test func `products are fused exactly, halfway cases included`() {
    var generator = TorchGenerator(seed: 8)
    func float() -> Float {
      let exponent = Int(generator.random() % 24) - 12
      let significand = 1 + Float(generator.random() & 0x7f) * 0x1p-7
      return Float(sign: .plus, exponent: exponent, significand: significand)
        + Float(generator.random() % 3) * 0x1p-20
    }
    for _ in 0..<20_000 {
      let (a, b, c) = (float(), -float(), float())
      #expect(Float.multiplyAdd(a, b, c) == c.addingProduct(a, b))
      let (d, e) = (Double(a) * (1 + 0x1p-40), Double(b) * (1 - 0x1p-45) * Double(a))
      let near = -(d * e)
      for f in [Double(c), near, near.nextUp, near * 0x1p52, near * 0x1p54] {
        #expect(Double.multiplyAdd(d, e, f) == f.addingProduct(d, e))
      }
    }
    #expect(Float.multiplyAdd(.infinity, 1, 1) == .infinity)
    #expect(Float.multiplyAdd(1, 1, -.infinity) == -.infinity)
  }

  /// Equal in bits, both NaN, or finite and one unit apart.
  private func agrees(_ value: Double, _ expected: Double, ulp: Double? = nil) -> Bool {
    if expected.isNaN || value.isNaN { return expected.isNaN && value.isNaN }
    if value == expected { return value.sign == expected.sign }
    return abs(value - expected) <= ulp ?? expected.ulp
  }
}
