/// Normalises groups of channels of each sample `[channels, …]` to mean 0 and variance 1,
/// then scales and shifts each channel.
struct GroupNorm: LayerKind {
  static let info = Info(
    "GroupNorm",
    [
      .integer("num_groups", "groups that the channels are divided into"),
      .optionalInteger("num_channels", "channels; the shape before it settles them"),
      .real("eps", in: .nonnegative, default: 1e-5, "keeps the division from 0"),
      .flag("affine", default: true, "scale and shift each channel by trained numbers"),
    ],
    summary: "Gives each group of channels mean 0 and variance 1, then scales and shifts the channels.",
    formula: #"y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, \gamma + \beta"#,
    source: "Wu and He, Group normalization, 2018",
    example: "num_groups: 4")

  let groups: Int
  let channels: Int?
  let epsilon: Double
  let affine: Bool

  init(_ arguments: inout Arguments) {
    groups = arguments.next()
    channels = arguments.next()
    epsilon = arguments.next()
    affine = arguments.next()
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 1...64, "an axis of channels")
    let channels = x.shape[0]
    try Self.agree("num_channels", self.channels, channels)
    guard channels % groups == 0 else {
      throw Self.invalid(parameter: 0, "it must divide the number of channels")
    }
    let weights = builder.unitAffine(Shape(channels), weight: affine, bias: affine)
    return GroupedNorm(
      x, size: x.shape.count / groups, affine: weights, span: x.shape.count / channels, count: channels,
      epsilon: epsilon, &builder
    ).y
  }
}
