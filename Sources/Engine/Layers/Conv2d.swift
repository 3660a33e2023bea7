/// A convolution of images `[batch, channels, height, width]`: the same trained weights at every place.
///
/// Weights are drawn as those of ``Linear``, with the inputs of one output as fan.
struct Conv2d: LayerKind {
  static let info = Info(
    "Conv2d", Convolution.parameters(axes: 2),
    summary: "Looks for trained patterns at every place of an image.",
    formula: #"y_o = b_o + \sum_{c,i,j} w_{o,c,i,j} \, x_{c,i,j}"#,
    source: "LeCun et al., Backpropagation applied to handwritten zip code recognition, 1989",
    example: "out_channels: 16, kernel_size: 3")

  let convolution: Convolution

  init(_ arguments: inout Arguments) { convolution = Convolution(&arguments) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    return try convolution.build(x, &builder, for: Self.self)
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    convolution.sum(unit: unit, input: input, for: Self.self)
  }
}
