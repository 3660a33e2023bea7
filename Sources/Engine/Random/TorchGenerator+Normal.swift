extension TorchGenerator {
  /// `normal_`: numbers of mean `mean` and standard deviation `std` (Box and Muller 1958).
  ///
  /// Fewer than 16 are drawn one by one as Doubles, in pairs of which the second may wait for a later call.
  /// From 16 on, blocks of 16 are transformed in the type itself; the last block ends with the last element.
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
    if S.isSingle {
      for index in stride(from: 0, to: 8, by: 4) { polarSingle(block + index) }
    } else {
      for index in 0..<8 { polarDouble(block + index) }
    }
    for index in 0..<16 { block[index] = S.multiplyAdd(block[index], std, mean) }
  }

  /// The number at `place` and the one 8 behind, as a Double each.
  private func polarDouble<S: Scalar>(_ place: UnsafeMutablePointer<S>) {
    let radius = (-2 * S.log(1 - place[0])).squareRoot()
    let angle = 2 * S.pi * place[8]
    place[0] = radius * S.cos(angle)
    place[8] = radius * S.sin(angle)
  }

  /// The four numbers from `place` on and the four 8 behind, as PyTorch's vector kernel does.
  private func polarSingle<S: Scalar>(_ place: UnsafeMutablePointer<S>) {
    var (first, second) = (SIMD4<Float>.zero, SIMD4<Float>.zero)
    for lane in 0..<4 {
      first[lane] = Float(place[lane].double)
      second[lane] = Float(place[8 + lane].double)
    }
    let radius = (-2 * VectorSeries.log(1 - first)).squareRoot()
    // 2π rounded to nearest: Float.pi is rounded down.
    let angle = VectorSeries.sineAndCosine(Float(2 * Double.pi) * second)
    for lane in 0..<4 {
      place[lane] = S(radius[lane] * angle.cosine[lane])
      place[8 + lane] = S(radius[lane] * angle.sine[lane])
    }
  }
}
