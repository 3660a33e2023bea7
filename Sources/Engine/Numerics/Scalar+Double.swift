extension Double: Scalar {
  /// The value itself.
  @inline(__always)
  public var double: Double { self }
}
