/// By how much an activation wants its weights' standard deviation raised: `torch.nn.init.calculate_gain`.
public enum Gain {
  /// Of linear maps, convolutions and the sigmoid.
  public static let linear = 1.0
  /// Of the hyperbolic tangent: 5/3.
  public static let tanh = 5.0 / 3
  /// Of ReLU: √2.
  public static let relu = 2.0.squareRoot()
  /// Of SELU: 3/4.
  public static let selu = 0.75
  /// Of a ReLU that keeps `slope` of what is negative: √(2/(1 + slope²)).
  public static func leakyReLU(slope: Double = 0.01) -> Double { (2 / (1 + slope * slope)).squareRoot() }
}

/// The number of connections into (or out of) each unit, which scales its initial weights.
public struct Fan: Sendable {
  /// Inputs per output: the second axis times the axes behind it.
  public let input: Int
  /// Outputs per input: the first axis times the axes from the third on.
  public let output: Int

  /// The fans of a weight tensor `[outputs, inputs, …]`.
  public init(_ sizes: [Int]) {
    let field = sizes.dropFirst(2).reduce(1, *)
    input = sizes.count > 1 ? sizes[1] * field : 1
    output = sizes.count > 1 ? sizes[0] * field : 1
  }
}

/// Draws from U(−b, b) with b = √3 · gain/√fan: `kaiming_uniform_` (He et al. 2015).
public func kaimingUniform<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, fan: Int, gain: Double, from generator: inout TorchGenerator
) {
  let bound = 3.0.squareRoot() * (gain / Double(fan).squareRoot())
  generator.uniform(into: values, from: -bound, to: bound)
}

/// Draws as `kaimingUniform` does, for a leaky ReLU of `slope`.
public func kaimingUniform<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, fan: Int, slope: Double, from generator: inout TorchGenerator
) {
  kaimingUniform(values, fan: fan, gain: Gain.leakyReLU(slope: slope), from: &generator)
}

/// Draws from N(0, gain²/fan): `kaiming_normal_` (He et al. 2015).
public func kaimingNormal<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, fan: Int, gain: Double, from generator: inout TorchGenerator
) {
  generator.normal(into: values, mean: 0, std: gain / Double(fan).squareRoot())
}

/// Draws from U(−b, b) with b = √3 · gain · √(2/(fan in + fan out)):
/// `xavier_uniform_` (Glorot and Bengio 2010).
public func xavierUniform<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, fan: Fan, gain: Double = 1, from generator: inout TorchGenerator
) {
  let bound = 3.0.squareRoot() * (gain * (2 / Double(fan.input + fan.output)).squareRoot())
  generator.uniform(into: values, from: -bound, to: bound)
}

/// Draws from N(0, gain² · 2/(fan in + fan out)): `xavier_normal_` (Glorot and Bengio 2010).
public func xavierNormal<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, fan: Fan, gain: Double = 1, from generator: inout TorchGenerator
) {
  generator.normal(into: values, mean: 0, std: gain * (2 / Double(fan.input + fan.output)).squareRoot())
}

/// Writes ones on the diagonal of `[rows, columns]` and zeros elsewhere: `eye_`.
public func identity<S: Scalar>(_ values: UnsafeMutableBufferPointer<S>, columns: Int) {
  for index in values.indices { values[index] = index / columns == index % columns ? 1 : 0 }
}

/// Draws from N(`mean`, `std`²) cut to [`lower`, `upper`]: `trunc_normal_`.
///
/// The whole tensor is drawn until every element lay within once. Where less than 0.3 of the distribution
/// lies within, uniform proposals are accepted by density instead; those do not repeat PyTorch's draws.
public func truncatedNormal<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, mean: Double = 0, std: Double = 1, lower: Double = -2,
  upper: Double = 2, from generator: inout TorchGenerator
) {
  func cumulative(_ x: Double) -> Double { (1 + Double.erf((x - mean) / std / 2.0.squareRoot())) / 2 }
  guard cumulative(upper) - cumulative(lower) > 0.3 else {
    return acceptedByDensity(values, mean: mean, std: std, lower: lower, upper: upper, from: &generator)
  }
  func isOutside(_ value: S) -> Bool { value.double < lower || value.double > upper }
  generator.normal(into: values, mean: mean, std: std)
  withUnsafeTemporaryAllocation(of: S.self, capacity: values.count) { fresh in
    fresh.initialize(repeating: 0)
    while values.contains(where: isOutside) {
      generator.normal(into: fresh, mean: mean, std: std)
      for index in values.indices where isOutside(values[index]) { values[index] = fresh[index] }
    }
  }
}

private func acceptedByDensity<S: Scalar>(
  _ values: UnsafeMutableBufferPointer<S>, mean: Double, std: Double, lower: Double, upper: Double,
  from generator: inout TorchGenerator
) {
  let nearest = (min(max(mean, lower), upper) - mean) / std
  // Beyond 40 deviations from the nearest bound the density has vanished.
  let (first, last) = (max(lower, mean + (nearest - 40) * std), min(upper, mean + (nearest + 40) * std))
  for index in values.indices {
    var distance = 0.0
    repeat {
      distance = (first + (last - first) * generator.unit() - mean) / std
    } while generator.unit() >= Double.exp((nearest * nearest - distance * distance) / 2)
    values[index] = S(mean + std * distance)
  }
}
