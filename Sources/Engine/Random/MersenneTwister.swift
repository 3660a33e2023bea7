/// The generator MT19937 behind both PyTorch and NumPy: a stream of 32 uniform
/// bits with a period of 2¹⁹⁹³⁷ − 1.
///
/// Source: Matsumoto and Nishimura, "Mersenne Twister", 1998; seeded as in their version of 2002.
public struct MersenneTwister: Sendable {
  private var state = InlineArray<624, UInt32>(repeating: 0)
  private var position = 624

  /// The stream of `seed`.
  public init(seed: UInt32) {
    state[0] = seed
    for index in 1..<624 {
      let last = state[index - 1]
      state[index] = 1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index)
    }
  }

  /// The next 32 bits.
  @inline(__always)
  public mutating func next() -> UInt32 {
    if position == 624 { refill() }
    var word = state[position]
    position &+= 1
    word ^= word >> 11
    word ^= word << 7 & 0x9d2c_5680
    word ^= word << 15 & 0xefc6_0000
    return word ^ word >> 18
  }

  @inline(never)
  private mutating func refill() {
    for index in 0..<227 { twist(index, next: index + 1, middle: index + 397) }
    for index in 227..<623 { twist(index, next: index + 1, middle: index - 227) }
    twist(623, next: 0, middle: 396)
    position = 0
  }

  @inline(__always)
  private mutating func twist(_ index: Int, next: Int, middle: Int) {
    let word = state[index] & 0x8000_0000 | state[next] & 0x7fff_ffff
    state[index] = state[middle] ^ word >> 1 ^ (word & 1 &* 0x9908_b0df)
  }
}
