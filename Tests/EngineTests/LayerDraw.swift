@testable import Engine
import EngineTestSupport

/// Draws layers and shapes at random, from what the catalog says of its parameters:
/// new rows are drawn without a word.
struct LayerDraw {
  private var generator: NumpyGenerator

  init(seed: UInt64) { generator = NumpyGenerator(seed: UInt32(truncatingIfNeeded: seed)) }

  mutating func next() -> UInt64 { UInt64(integer(0, 1 << 20)) }

  /// An integer from `low` to `high`.
  mutating func integer(_ low: Int, _ high: Int) -> Int {
    low + Int((generator.uniform() * Double(high - low + 1)).rounded(.down))
  }

  mutating func real(_ low: Double, _ high: Double) -> Double { generator.uniform(from: low, to: high) }

  mutating func chance(_ p: Double) -> Bool { real(0, 1) < p }

  /// A batch of one to three axes of features, each small.
  mutating func shape() -> [Int] {
    [integer(2, 3)] + (0..<integer(1, 3)).map { _ in integer(1, 5) }
  }

  /// At most eight places of `count`, in order.
  mutating func some(_ count: Int) -> [Int] {
    count <= 8 ? Array(0..<count) : (0..<8).map { _ in integer(0, count - 1) }
  }

  /// Numbers for `layer`: indices, away from where they jump, for one that looks something up.
  mutating func input(of layer: Component, count: Int) -> [Double] {
    guard layer.looksUp, case .integer(let rows) = layer.arguments[0] else {
      return (0..<count).map { _ in real(-2, 2) }
    }
    return (0..<count).map { _ in Double(integer(0, rows - 1)) + 0.5 }
  }

  /// The layer in `row` with random arguments, often the defaults.
  mutating func component(_ row: Int, depth: Int = 0) -> Component {
    let arguments = Catalog.layers[row].info.parameters.map { argument($0, depth: depth) }
    var layer = Component(.layer, row: row, arguments: arguments)
    // What is padding has no gradient, on purpose.
    if layer.looksUp { layer.arguments[2] = .none }
    return layer
  }

  private mutating func argument(_ parameter: Parameter, depth: Int) -> Argument {
    if let fallback = parameter.fallback, !fallback.isLarge, chance(0.4) { return fallback }
    if parameter.takesNone && chance(0.2) { return .none }
    if !parameter.words.isEmpty && chance(0.2) { return .choice(integer(0, parameter.words.count - 1)) }
    switch parameter.domain {
    case .flag: return .flag(chance(0.5))
    case .integer(let range): return .integer(small(range))
    case .real(let bounds): return .real(small(bounds))
    case .choice(let words): return .choice(integer(0, words.count - 1))
    case .integers(let range, let count):
      return .integers((0..<integer(count.lowerBound, min(count.upperBound, 2))).map { _ in small(range) })
    case .reals(let bounds, let count):
      return .reals((0..<integer(count.lowerBound, min(count.upperBound, 3))).map { _ in small(bounds) })
    case .components:
      // Layers that keep the shape, whatever they are: those that do not are refused and drawn again.
      return .components(
        (0..<integer(0, 2)).map { _ in component(integer(0, Catalog.layers.count - 1), depth: depth + 1) })
    case .formula, .text: return .none
    }
  }

  private mutating func small(_ range: ClosedRange<Int>) -> Int {
    integer(max(range.lowerBound, -3), min(range.upperBound, 5))
  }

  private mutating func small(_ bounds: Parameter.Bounds) -> Double {
    let value = real(max(bounds.lower, -2), min(bounds.upper, 2))
    // What stretches an axis is kept from making slopes that differences cannot follow.
    return bounds.contains(value) && abs(value) > 0.3 ? value : 0.5
  }
}

extension Argument {
  /// Whether it is a size that a test had better not take.
  fileprivate var isLarge: Bool { if case .integer(let value) = self { value > 16 } else { false } }
}

extension Component {
  fileprivate var looksUp: Bool { category == .layer && info.name.description == "Embedding" }

  /// As a lesson would write it, for the message of a failure.
  var described: String {
    let pairs = zip(info.parameters, arguments).map { "\($0.name): \($1)" }
    return "\(info.name)(\(pairs.joined(separator: ", ")))"
  }
}
