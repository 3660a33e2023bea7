/// PyTorch's random numbers on the CPU: the draws that follow `torch.manual_seed`, bit for bit.
///
/// Tensors are drawn in row-major order. Nothing is allocated by a draw, and a copy repeats the stream.
public struct TorchGenerator: Sendable {
  private var twister: MersenneTwister
  /// The second of two normals drawn together, until a short draw of normals asks for it.
  var spareNormal: Double?

  /// The stream of `torch.manual_seed(seed)`, whose low 32 bits alone count.
  public init<Seed: BinaryInteger>(seed: Seed) {
    twister = MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
  }

  /// The stream of a process that never sets a seed: that of 67280421310721.
  public init() { self.init(seed: 67_280_421_310_721 as UInt64) }

  /// 32 uniform bits.
  @inline(__always)
  public mutating func random() -> UInt32 { twister.next() }

  /// 64 uniform bits; the first draw is the high word.
  @inline(__always)
  public mutating func random64() -> UInt64 {
    let high = UInt64(random())
    return high << 32 | UInt64(random())
  }

  /// A uniform number in [0, 1) of the type's precision: 24 bits of one draw, or 53 of two.
  @inline(__always)
  mutating func unit<S: Scalar>() -> S {
    if S.isSingle { return S(Float(random() & 0xff_ffff) * 0x1p-24) }
    return S(Double(random64() & 0x1f_ffff_ffff_ffff) * 0x1p-53)
  }

  /// `uniform_`: numbers of [`from`, `to`), each from + u · (to − from) rounded once.
  public mutating func uniform<S: Scalar>(
    into values: UnsafeMutableBufferPointer<S>, from: Double = 0, to: Double = 1
  ) {
    let lower = S(from)
    let upper = S(to)
    let width = upper - lower
    for index in values.indices {
      let value = S.multiplyAdd(unit(), width, lower)
      values[index] = value == upper ? lower : value
    }
  }

  /// `randint`: an integer of [`low`, `high`); two draws each where the range reaches 2²⁸.
  public mutating func integer(from low: Int64, to high: Int64) -> Int64 {
    let range = UInt64(bitPattern: high &- low)
    let bits = range >= 1 << 28 ? random64() : UInt64(random())
    return Int64(bitPattern: bits % range) &+ low
  }

  /// `random_` of an int64 tensor: a seed of 63 bits.
  public mutating func seed() -> Int64 { Int64(bitPattern: random64() & 0x7fff_ffff_ffff_ffff) }

  /// `bernoulli_(p)`: true with the probability `p`.
  @inline(__always)
  public mutating func bernoulli(_ p: Double) -> Bool { unit() < p }

  /// `torch.bernoulli` of a tensor: true with the probability `p` of the tensor's own type.
  @inline(__always)
  public mutating func bernoulli<S: Scalar>(each p: S) -> Bool { unit() < p }

  /// `randperm`: 0, 1, … in random order; one draw less than there are values.
  public mutating func permutation(into order: UnsafeMutableBufferPointer<Int32>) {
    for index in order.indices { order[index] = Int32(truncatingIfNeeded: index) }
    for index in order.indices.dropLast() {
      let rest = UInt32(truncatingIfNeeded: order.count - index)
      order.swapAt(index, index + Int(random() % rest))
    }
  }

  /// Leaves out `count` draws.
  mutating func skip(_ count: Int) {
    for _ in 0..<max(count, 0) { _ = random() }
  }

  /// The factors of dropout with the probability `p`: 0 or 1/(1 − p) per element; no draws where p is 0 or 1.
  public mutating func dropout<S: Scalar>(into factors: UnsafeMutableBufferPointer<S>, p: Double) {
    let kept = 1 / S(1 - p)
    for index in factors.indices {
      factors[index] = p == 0 || p < 1 && bernoulli(1 - p) ? kept : 0
    }
  }
}

extension Scalar {
  /// Whether the type is `Float`.
  @inline(__always)
  static var isSingle: Bool { significandBitCount == Float.significandBitCount }
}
