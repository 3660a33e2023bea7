/// Eight neighbouring elements of a tensor, or what is left at its end: what an update rule moves at once.
///
/// Rules are written on vectors of eight because the compiler does not make vectors of their loops by
/// itself: the buffers might overlap for all that it knows. Each lane is reckoned by itself, so the
/// bits are those of a plain loop.
struct Eight {
  fileprivate let start: Int
  fileprivate let count: Int

  /// Calls `body` for all of `count` elements in order.
  @inline(__always)
  static func forEach(of count: Int, _ body: (Eight) -> Void) {
    var start = 0
    while start < count {
      body(Eight(start: start, count: min(8, count &- start)))
      start &+= 8
    }
  }
}

extension UnsafePointer where Pointee: Scalar {
  /// The elements at `eight`; lanes past the end read 0.
  @inline(__always)
  subscript(eight: Eight) -> SIMD8<Pointee> { (self + eight.start).vector(eight.count) }

  /// The first `count` elements, at most eight; lanes past them are 0.
  @inline(__always)
  func vector(_ count: Int) -> SIMD8<Pointee> {
    guard count == 8 else { return part(count) }
    #if hasFeature(Embedded)
      return SIMD8(self[0], self[1], self[2], self[3], self[4], self[5], self[6], self[7])
    #else
      return UnsafeRawPointer(self).loadUnaligned(as: SIMD8<Pointee>.self)
    #endif
  }

  @inline(never)
  private func part(_ count: Int) -> SIMD8<Pointee> {
    var vector = SIMD8<Pointee>(repeating: 0)
    for lane in 0..<count { vector[lane] = self[lane] }
    return vector
  }
}

extension UnsafeMutablePointer where Pointee: Scalar {
  /// The elements at `eight`; lanes past the end read 0 and are not written.
  @inline(__always)
  subscript(eight: Eight) -> SIMD8<Pointee> {
    get { UnsafePointer(self)[eight] }
    nonmutating set { (self + eight.start).write(newValue, eight.count) }
  }

  /// Writes the first `count` lanes of `vector`.
  @inline(__always)
  func write(_ vector: SIMD8<Pointee>, _ count: Int) {
    if count == 8 {
      UnsafeMutableRawPointer(self).storeBytes(of: vector, as: SIMD8<Pointee>.self)
    } else {
      writePart(vector, count)
    }
  }

  @inline(never)
  private func writePart(_ vector: SIMD8<Pointee>, _ count: Int) {
    for lane in 0..<count { self[lane] = vector[lane] }
  }
}

extension SIMD8 where Scalar: Engine.Scalar {
  /// What `body` makes of each lane. Written out: code optimised for size would keep a
  /// loop, and its vector in memory.
  @inline(__always)
  func map(_ body: (Scalar) -> Scalar) -> Self {
    Self(
      body(self[0]), body(self[1]), body(self[2]), body(self[3]), body(self[4]), body(self[5]),
      body(self[6]), body(self[7]))
  }

  /// The greater of each pair of lanes.
  @inline(__always)
  static func greater(_ a: Self, _ b: Self) -> Self {
    func greater(_ lane: Int) -> Scalar { b[lane] > a[lane] ? b[lane] : a[lane] }
    return Self(
      greater(0), greater(1), greater(2), greater(3), greater(4), greater(5), greater(6), greater(7))
  }
}
