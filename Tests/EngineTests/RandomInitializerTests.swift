import Testing

@testable import Engine
import EngineTestSupport

@Suite struct RandomInitializerTests {
  @Test(arguments: try InitializerGoldens.load().functions)
  func `initial weights equal PyTorch's`(golden: InitializerGoldens.Function) throws {
    var generator = TorchGenerator(seed: golden.seed)
    let expected = try #require(golden.params["t"]).data
    let call = try #require(InitializerCall(golden.`init`))
    let count = golden.shape.reduce(1, *)
    if golden.dtype == "f32" {
      var values = [Float](repeating: 0, count: count)
      let isKnown = values.withUnsafeMutableBufferPointer { call.fill($0, golden.shape, &generator) }
      #expect(isKnown, "an initializer of another kind: \(golden.`init`)")
      let tolerance: Float = call.name == "orthogonal_" ? 1e-5 : 0
      #expect(zip(values, expected).allSatisfy { abs($0 - Float($1)) <= tolerance })
    } else {
      var values = [Double](repeating: 0, count: count)
      let isKnown = values.withUnsafeMutableBufferPointer { call.fill($0, golden.shape, &generator) }
      #expect(isKnown, "an initializer of another kind: \(golden.`init`)")
      #expect(zip(values, expected).allSatisfy { abs($0 - $1) <= call.tolerance * max(abs($1), call.scale) })
    }
    #expect(drawn(2) { generator.uniform(into: $0) } == golden.rand_after.map { Float($0) })
  }

  @Test func `the rows of a wide orthogonal matrix and the columns of a tall one are orthonormal`() {
    var generator = TorchGenerator(seed: 9)
    for (rows, columns) in [(3, 7), (7, 3)] {
      let m: [Double] = drawn(rows * columns) { orthogonal($0, columns: columns, gain: 2, from: &generator) }
      let (count, step, stride) = rows < columns ? (rows, columns, 1) : (columns, 1, columns)
      for a in 0..<count {
        for b in 0..<count {
          let products = (0..<m.count / count).map { m[a * step + $0 * stride] * m[b * step + $0 * stride] }
          let product = products.reduce(0, +)
          #expect(abs(product - (a == b ? 4 : 0)) < 1e-14)
        }
      }
    }
  }

  @Test(arguments: [(-2.0, 2.0), (1.0, 1.2), (5.0, 50.0), (-0.1, 0.1)])
  func `a truncated normal stays within its bounds`(lower: Double, upper: Double) {
    var generator = TorchGenerator(seed: 3)
    let values: [Double] = drawn(200) { truncatedNormal($0, lower: lower, upper: upper, from: &generator) }
    #expect(values.allSatisfy { $0 >= lower && $0 <= upper })
    #expect(Set(values).count == 200)
  }
}

/// The functions of `init.json`.
struct InitializerGoldens: Decodable {
  let functions: [Function]

  static func load() throws -> InitializerGoldens { try Goldens.load("init", as: Self.self) }

  struct Function: Decodable, Sendable, CustomTestStringConvertible {
    let seed: Int64
    let dtype, `init`: String
    let shape: [Int]
    let params: [String: Goldens.Tensor]
    let rand_after: [Double]
    var testDescription: String { "\(`init`) \(dtype) \(shape) seed \(seed)" }
  }
}
