extension TorchGenerator {
  /// `normal_`: numbers of mean `mean` and standard deviation `std` (Box and Muller 1958).
  ///
  /// Fewer than 16 are drawn one by one as Doubles, in pairs of which the second may wait for a later call. From 16
  /// on, blocks of 16 are transformed in the type itself; the last block ends with the last element.
  public mutating func normal<S: Scalar>(
    into values: UnsafeMutableBufferPointer<S>, mean: Double = 0, std: Double = 1
  ) {
    guard values.count >= 16, let start = values.baseAddress else {
      for index in values.indices { values[index] = S(Double.multiplyAdd(normal(), std, mean)) }
      return
    }
    let last = values.count - 16
    for index in values.indices { values[index] = unit() }
    for block in stride(from: 0, through: last, by: 16) { transform(start + block, S(mean), S(std)) }
    if values.count % 16 > 0 {
      for index in last..<values.count { values[index] = unit() }
      transform(start + last, S(mean), S(std))
    }
  }

  /// One number of mean 0 and standard deviation 1.
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let first: Double = unit()
    let second: Double = unit()
    let radius = (-2 * Double.log1p(-second)).squareRoot()
    let angle = 2 * Double.pi * first
    spareNormal = radius * Double.sin(angle)
    return radius * Double.cos(angle)
  }

  /// Turns 16 uniform numbers into normal ones: 8 radii, then 8 angles.
  private func transform<S: Scalar>(_ block: UnsafeMutablePointer<S>, _ mean: S, _ std: S) {
    for index in 0..<8 {
      let (cosine, sine) = S.isSingle ? polarSingle(block, index) : polarDouble(block, index)
      block[index] = S.multiplyAdd(cosine, std, mean)
      block[index + 8] = S.multiplyAdd(sine, std, mean)
    }
  }

  private func polarDouble<S: Scalar>(_ block: UnsafeMutablePointer<S>, _ index: Int) -> (S, S) {
    let radius = (-2 * S.log(1 - block[index])).squareRoot()
    let angle = 2 * S.pi * block[index + 8]
    return (radius * S.cos(angle), radius * S.sin(angle))
  }

  private func polarSingle<S: Scalar>(_ block: UnsafeMutablePointer<S>, _ index: Int) -> (S, S) {
    let radius = (-2 * VectorSeries.log(Float((1 - block[index]).double))).squareRoot()
    // 2π rounded to nearest: Float.pi is rounded down.
    let angle = VectorSeries.sineAndCosine(Float(2 * Double.pi) * Float(block[index + 8].double))
    return (S(radius * angle.cosine), S(radius * angle.sine))
  }
}
