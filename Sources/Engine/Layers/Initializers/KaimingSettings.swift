/// What the two initialisers after He have in common: which fan they keep,
/// and the gain of the activation behind.
struct KaimingSettings: Sendable {
  let slope: Double
  let keepsOutputs: Bool
  let nonlinearity: Int

  private static let nonlinearities: [StaticString] = [
    "leaky_relu", "relu", "linear", "conv1d", "conv2d", "conv3d", "sigmoid", "tanh", "selu",
  ]

  /// The parameters that ``init(_:)`` reads.
  static let parameters: [Parameter] = [
    .real("a", default: 0, "slope below 0 of the leaky ReLU behind"),
    .choice("mode", ["fan_in", "fan_out"], default: 0, "whether forward or backward variance is kept"),
    .choice("nonlinearity", nonlinearities, default: 0, "the activation behind"),
  ]

  init(_ arguments: inout Arguments) {
    slope = arguments.next()
    let mode: Int = arguments.next()
    keepsOutputs = mode == 1
    nonlinearity = arguments.next()
  }

  /// The gain of the activation: `calculate_gain`.
  var gain: Double {
    switch nonlinearity {
    case 0: Gain.leakyReLU(slope: slope)
    case 1: Gain.relu
    case 7: Gain.tanh
    case 8: Gain.selu
    default: Gain.linear
    }
  }

  /// The connections of a unit of a weight of `shape`.
  func fan(_ shape: Shape) -> Int {
    let fan = Fan(shape.sizes)
    return keepsOutputs ? fan.output : fan.input
  }
}
