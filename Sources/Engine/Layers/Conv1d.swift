/// A convolution of lines `[batch, channels, length]`: the same trained weights at every place.
///
/// Weights are drawn as those of ``Linear``, with the inputs of one output as fan.
struct Conv1d: LayerKind {
  static let info = Info(
    "Conv1d", Convolution.parameters(axes: 1),
    summary: "Looks for trained patterns at every place of a line.",
    formula: #"y_o = b_o + \sum_{c,i} w_{o,c,i} \, x_{c,i}"#,
    source: "Waibel et al., Phoneme recognition using time-delay neural networks, 1989",
    example: "out_channels: 16, kernel_size: 3")

  let convolution: Convolution

  init(_ arguments: inout Arguments) { convolution = Convolution(&arguments, lineHeight: 1) }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...2, "[batch, channels, length]")
    return try convolution.build(x, &builder, for: Self.self)
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    convolution.sum(unit: unit, input: input, for: Self.self)
  }
}
