/// Eight neighbouring elements of a tensor, or what is left at its end: what an update rule moves at once.
///
/// Rules are written on vectors of eight because the compiler does not make vectors of their loops by itself: the
/// buffers might overlap for all that it knows. Each lane is reckoned by itself, so the bits are those of a plain loop.
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

extension UnsafeMutablePointer where Pointee: Scalar {
  /// The elements at `eight`; lanes past the end read 0 and are not written.
  @inline(__always)
  subscript(eight: Eight) -> SIMD8<Pointee> {
    get {
      let p = self + eight.start
      if eight.count == 8 { return UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Pointee>.self) }
      var vector = SIMD8<Pointee>(repeating: 0)
      for lane in 0..<eight.count { vector[lane] = p[lane] }
      return vector
    }
    nonmutating set {
      let p = self + eight.start
      if eight.count == 8 {
        UnsafeMutableRawPointer(p).storeBytes(of: newValue, as: SIMD8<Pointee>.self)
      } else {
        for lane in 0..<eight.count { p[lane] = newValue[lane] }
      }
    }
  }
}

extension SIMD8 where Scalar: Engine.Scalar {
  /// The greater of each pair of lanes.
  @inline(__always)
  static func greater(_ a: Self, _ b: Self) -> Self {
    var result = a
    for lane in 0..<8 { result[lane] = b[lane] > a[lane] ? b[lane] : a[lane] }
    return result
  }
}
