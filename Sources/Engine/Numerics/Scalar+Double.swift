extension Double: Scalar {
  /// The value itself.
  @inline(__always)
  public var double: Double { self }
  /// The value as an integer, towards 0; it must be one that an `Int` holds.
  @inline(__always)
  public var integer: Int { Int(self) }
}
