@testable import Engine

/// One operation of a sequence and what it gave, such as `randn(3) f64` or `bernoulli_(0.3) n=5`.
struct RandomStep: Decodable, Sendable {
  let op: String
  let values: [Double]

  /// The function's name.
  var name: String { String(op.prefix { $0 != "(" }) }
  /// Every number behind the name, in order.
  var numbers: [Double] {
    op.drop { $0 != "(" }.replacing("f64", with: "").split { !"0123456789.-e".contains($0) }.compactMap {
      Double($0)
    }
  }
  /// Whether PyTorch drew float64 numbers.
  var isDouble: Bool { op.hasSuffix("f64") }

  /// The operation's values as PyTorch draws them; nil where it is none that we know.
  func draw(from generator: inout TorchGenerator) -> [Double]? {
    let count = numbers.first.map { Int($0) } ?? 0
    switch name {
    case "rand":
      if isDouble { return drawn(count) { generator.uniform(into: $0) } }
      return drawn(count) { (values: UnsafeMutableBufferPointer<Float>) in generator.uniform(into: values) }
        .map(Double.init)
    case "randn":
      if isDouble { return drawn(count) { generator.normal(into: $0) } }
      return drawn(count) { (values: UnsafeMutableBufferPointer<Float>) in generator.normal(into: values) }
        .map(Double.init)
    case "randperm": return drawn(count) { generator.permutation(into: $0) }.map(Double.init)
    case "bernoulli_": return (0..<Int(numbers[1])).map { _ in generator.bernoulli(numbers[0]) ? 1 : 0 }
    case "randint":
      return (0..<Int(numbers[2])).map { _ in
        Double(generator.integer(from: Int64(numbers[0]), to: Int64(numbers[1])))
      }
    default: return nil
    }
  }

  /// The operation's values as NumPy draws them; nil where it is none that we know.
  func draw(from generator: inout NumpyGenerator) -> [Double]? {
    let count = numbers.last.map { Int($0) } ?? 0
    switch name {
    case "standard_normal", "randn": return (0..<count).map { _ in generator.normal() }
    case "random_sample", "rand": return (0..<count).map { _ in generator.uniform() }
    case "permutation": return generator.permutation(count).map(Double.init)
    case "randint":
      return (0..<count).map { _ in
        Double(generator.integer(from: Int64(numbers[0]), to: Int64(numbers[1])))
      }
    case "normal": return (0..<count).map { _ in generator.normal(mean: numbers[0], std: numbers[1]) }
    case "uniform": return (0..<count).map { _ in generator.uniform(from: numbers[0], to: numbers[1]) }
    default: return nil
    }
  }
}
