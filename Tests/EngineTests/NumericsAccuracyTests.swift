import Foundation
import Testing

@testable import Engine

/// How far the elementary functions are from the truth, as the C library tells it in a wider type.
@Suite struct NumericsAccuracyTests {
  @Test(arguments: Sweep.all)
  func `a Double function errs by less than one unit in the last place`(sweep: Sweep) {
    var worst = (error: 0.0, x: 0.0)
    for x in sweep.points(20_000) {
      let error = distance(sweep.double(x), sweep.reference(Wide(x)))
      if !(error <= worst.error) { worst = (error, x) }
    }
    #expect(worst.error < Sweep.allowed, "at \(worst.x)")
  }

  @Test(arguments: Sweep.all)
  func `a Float function errs by at most one unit in the last place and is nearly always the nearest`(
    sweep: Sweep
  ) {
    let points = sweep.points(20_000).map { Float($0) }
    var others = 0
    for x in points {
      let value = sweep.float(x)
      let nearest = Float(sweep.reference(Wide(x)))
      guard value != nearest else { continue }
      others += 1
      #expect(value.nextUp == nearest || value.nextDown == nearest, "at \(x)")
    }
    #expect(others <= points.count / 500)
  }

  @Test(arguments: EveryFloat.all)
  func `a Float function errs by at most one unit in the last place on every float`(function: EveryFloat) {
    #expect(function.firstMistake == nil)
  }

  @Test(arguments: [(0.5, 40.0, -30.0, 30.0), (0.999, 1.001, -60_000, 60_000), (1e-300, 1e300, -1, 1)])
  func `pow errs by at most one unit in the last place`(low: Double, high: Double, from: Double, to: Double) {
    var generator = NumpyGenerator(seed: 3)
    for _ in 0..<5_000 {
      let x = low * Double.pow(high / low, generator.uniform())
      let y = generator.uniform(from: from, to: to)
      #expect(distance(Double.pow(x, y), powerReference(x, y)) < Sweep.allowed, "pow(\(x), \(y))")
      let single = (x: Float(x), y: Float(y))
      let nearest = Float(Foundation.pow(Double(single.x), Double(single.y)))
      #expect(abs(Float.pow(single.x, single.y) - nearest) <= nearest.ulp || nearest.isInfinite)
    }
  }

  @Test func `sine and cosine hold for every angle, however large`() {
    var generator = NumpyGenerator(seed: 4)
    for _ in 0..<4_000 {
      let exponent = Int(generator.integer(from: 10, to: 1023))
      let x = Double(sign: .plus, exponent: exponent, significand: 1 + generator.uniform())
      #expect(abs(Double.sin(x) - Foundation.sin(x)) <= Foundation.sin(x).ulp, "sin \(x)")
      #expect(abs(Double.cos(-x) - Foundation.cos(x)) <= Foundation.cos(x).ulp, "cos \(x)")
    }
    for quarter in stride(from: 1.0, through: 600_001, by: 101) {
      let x = quarter * (Double.pi / 2)
      #expect(abs(Double.sin(x) - Foundation.sin(x)) <= Foundation.sin(x).ulp, "sin \(x)")
      #expect(abs(Double.cos(x) - Foundation.cos(x)) <= Foundation.cos(x).ulp, "cos \(x)")
    }
  }

  private func distance(_ value: Double, _ truth: Wide) -> Double {
    let nearest = Double(truth)
    if nearest == value, nearest.isInfinite { return 0 }
    return Double(abs(Wide(value) - truth) / Wide(nearest.ulp))
  }
}

#if arch(x86_64)
  typealias Wide = Float80
  private func powerReference(_ x: Double, _ y: Double) -> Wide { powl(Wide(x), Wide(y)) }
#else
  typealias Wide = Double
  private func powerReference(_ x: Double, _ y: Double) -> Wide { Foundation.pow(x, y) }
#endif

/// One function over one range.
struct Sweep: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let double: @Sendable (Double) -> Double
  let float: @Sendable (Float) -> Float
  let reference: @Sendable (Wide) -> Wide
  let low: Double
  let high: Double

  /// Where the reference is no wider than a Double, its own error counts too.
  static let allowed = Wide.significandBitCount > Double.significandBitCount ? 1.001 : 2.0

  /// Points over the range at random, and about 0 on every scale where that is within.
  func points(_ count: Int) -> [Double] {
    var generator = NumpyGenerator(seed: 1)
    let spread = (0..<count).map { _ in generator.uniform(from: low, to: high) }
    let scales = (0..<count / 4).map { _ in
      generator.uniform(from: -1, to: 1) * Double.pow(2, -30 * generator.uniform())
    }
    return spread + scales.filter { $0 > low && $0 < high }
  }

  private init(
    _ name: String, _ low: Double, _ high: Double, _ double: @escaping @Sendable (Double) -> Double,
    _ float: @escaping @Sendable (Float) -> Float, _ reference: @escaping @Sendable (Wide) -> Wide
  ) {
    testDescription = "\(name) \(low)…\(high)"
    (self.double, self.float, self.reference) = (double, float, reference)
    (self.low, self.high) = (low, high)
  }

  static let all: [Sweep] =
    [(-700.0, 700.0), (-87, 88), (-1, 1)].map {
      Sweep("exp", $0, $1, { Double.exp($0) }, { Float.exp($0) }, { Foundation.exp($0) })
    }
    + [(-42.0, 42.0), (-1.2, 1.2)].map {
      Sweep("expm1", $0, $1, { Double.expm1($0) }, { Float.expm1($0) }, { Foundation.expm1($0) })
    }
    + [(0.0, 1e38), (0.1, 3), (0.99, 1.01), (0, 1e-30)].map {
      Sweep("log", $0, $1, { Double.log($0) }, { Float.log($0) }, { Foundation.log($0) })
    }
    + [(-1.0, 1.0), (0, 1e30)].map {
      Sweep("log1p", $0, $1, { Double.log1p($0) }, { Float.log1p($0) }, { Foundation.log1p($0) })
    }
    + [(-1.0, 1.0), (-25, 25)].map {
      Sweep("tanh", $0, $1, { Double.tanh($0) }, { Float.tanh($0) }, { Foundation.tanh($0) })
    }
    + [(-1.3, 1.3), (-7, 7)].map {
      Sweep("erf", $0, $1, { Double.erf($0) }, { Float.erf($0) }, { Foundation.erf($0) })
    }
    + [(-4.0, 4.0), (-1000, 1000)].map {
      Sweep("sin", $0, $1, { Double.sin($0) }, { Float.sin($0) }, { Foundation.sin($0) })
    }
    + [(-4.0, 4.0), (-1000, 1000)].map {
      Sweep("cos", $0, $1, { Double.cos($0) }, { Float.cos($0) }, { Foundation.cos($0) })
    }
}
