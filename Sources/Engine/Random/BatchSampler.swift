/// The order in which a `DataLoader` without worker processes visits its samples, pass after pass.
///
/// Batches are consecutive slices of it; the last may be short, and `drop_last` leaves that out.
public struct BatchSampler: Sendable {
  /// The loader's own generator; nil where it draws from the global one.
  private var generator: TorchGenerator?

  /// The sampler of a loader that draws from the global generator.
  public init() {}

  /// The sampler of a loader with a generator of its own: `torch.Generator().manual_seed(generatorSeed)`.
  public init<Seed: BinaryInteger>(generatorSeed: Seed) { generator = TorchGenerator(seed: generatorSeed) }

  /// Draws the order of the next pass.
  ///
  /// A base seed is drawn even by a loader that does not shuffle, so that a validation pass moves the
  /// generator on. Without a generator of its own the order comes from a fresh one, seeded from `global`;
  /// with one, a second permutation is drawn at the end of the pass and never used.
  public mutating func order(
    into order: UnsafeMutableBufferPointer<Int32>, shuffle: Bool, global: inout TorchGenerator
  ) {
    if generator == nil { _ = global.seed() } else { _ = generator?.seed() }
    guard shuffle else {
      for index in order.indices { order[index] = Int32(truncatingIfNeeded: index) }
      return
    }
    if generator == nil {
      var fresh = TorchGenerator(seed: global.seed())
      fresh.permutation(into: order)
    } else {
      generator?.permutation(into: order)
      generator?.skip(order.count - 1)
    }
  }

  /// How many samples each part of `random_split` takes: the whole of each fraction,
  /// the rest one by one from the first. The parts then follow one another in `TorchGenerator.permutation`.
  public static func split(_ count: Int, fractions: [Double]) -> [Int] {
    var lengths = fractions.map { Int((Double(count) * $0).rounded(.down)) }
    for index in 0..<max(count - lengths.reduce(0, +), 0) { lengths[index % lengths.count] += 1 }
    return lengths
  }
}
