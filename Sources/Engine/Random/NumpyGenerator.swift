/// NumPy's `RandomState`, by which scikit-learn makes, splits and shuffles data:
/// the same numbers, bit for bit.
public struct NumpyGenerator: Sendable {
  private var twister: MersenneTwister
  private var spareNormal: Double?

  /// The stream of `np.random.RandomState(seed)`.
  public init(seed: UInt32) { twister = MersenneTwister(seed: seed) }

  /// `random_sample`: a uniform number of [0, 1) with 53 bits.
  public mutating func uniform() -> Double {
    let high = Double(twister.next() >> 5)
    let low = Double(twister.next() >> 6)
    return (high * 67_108_864 + low) * 0x1p-53
  }

  /// `uniform`: a number of [`low`, `high`).
  public mutating func uniform(from low: Double, to high: Double) -> Double { low + (high - low) * uniform() }

  /// `standard_normal`, by the polar method; the second of each pair waits for
  /// the next call (Marsaglia 1964).
  public mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * Double.log(square) / square).squareRoot()
      spareNormal = factor * x
      return factor * y
    }
  }

  /// `normal`: a number of mean `mean` and standard deviation `std`.
  public mutating func normal(mean: Double, std: Double) -> Double { mean + std * normal() }

  /// An integer of 0 … `maximum`: masked bits, drawn again while they are too large; no draw where it is 0.
  public mutating func interval(_ maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      let high = maximum > 0xffff_ffff ? UInt64(twister.next()) << 32 : 0
      let value = (high | UInt64(twister.next())) & mask
      if value <= maximum { return value }
    }
  }

  /// `randint`: an integer of [`low`, `high`).
  public mutating func integer(from low: Int64, to high: Int64) -> Int64 {
    low &+ Int64(bitPattern: interval(UInt64(bitPattern: high &- 1 &- low)))
  }

  /// `shuffle`: the values in random order, in place.
  public mutating func shuffle<Values: MutableCollection & RandomAccessCollection>(_ values: inout Values)
  where Values.Index == Int {
    for offset in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(values.startIndex + offset, values.startIndex + Int(interval(UInt64(offset))))
    }
  }

  /// `permutation(count)`: 0, 1, … in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// `choice(count, size)`: `size` of 0, 1, …, each at most once unless `replacing`.
  public mutating func choice(_ count: Int, _ size: Int, replacing: Bool = false) -> [Int] {
    guard replacing else { return Array(permutation(count).prefix(size)) }
    return (0..<size).map { _ in Int(interval(UInt64(count - 1))) }
  }
}
