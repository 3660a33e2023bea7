extension Question {
  /// The order in which the options are shown: places in `options`.
  ///
  /// The same seed and number give the same order; options such as "all of the above" keep everything in
  /// place, and what is to be ordered is never shown in the right order.
  public func shownOrder(seed: UInt64, number: Int) -> [Int] {
    var order = Array(options.indices)
    guard order.count > 1, kind.input == .order || isShuffled && !refersToPlaces else { return order }
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: number)
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(Self.next(&state) % UInt64(last + 1)))
    }
    if kind.input == .order && order == Array(options.indices) { order.append(order.removeFirst()) }
    return order
  }

  /// Whether an option speaks of the others by their place.
  private var refersToPlaces: Bool {
    options.contains { $0.text.plainText.lowercased().contains("of the above") }
  }

  /// SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
