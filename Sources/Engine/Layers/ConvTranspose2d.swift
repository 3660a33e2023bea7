/// A transposed convolution of images: every element of the input lays its
/// weighted window into a larger output.
///
/// It is the gradient of ``Conv2d`` by its input. Weights
/// `[in_channels, out_channels / groups, height, width]` are drawn as PyTorch draws them, with the second
/// axis times the window as fan.
struct ConvTranspose2d: LayerKind {
  static let info = Info(
    "ConvTranspose2d",
    [
      .optionalInteger("in_channels", "channels of the input; the shape before it settles them"),
      .integer("out_channels", "channels of the output"),
      .integers("kernel_size", in: 1...Convolution.limit, count: 1...2, "size of the window"),
      .integers(
        "stride", in: 1...Convolution.limit, count: 1...2, default: [1], "steps from window to window"),
      .integers(
        "padding", in: 0...Convolution.limit, count: 1...2, default: [0], "what is cut off around the output"),
      .integers(
        "output_padding", in: 0...Convolution.limit, count: 1...2, default: [0],
        "what is added below and to the right"),
      .integer("groups", default: 1, "groups of channels that do not see one another"),
      .flag("bias", default: true, "add a trained constant to each channel"),
      .integers("dilation", in: 1...Convolution.limit, count: 1...2, default: [1], "steps within the window"),
    ],
    summary: "Draws trained patterns at every place of a larger image.",
    formula: #"y_{o, s p + i} = b_o + \sum_{c, p} w_{c, o, i} \, x_{c, p}"#,
    source: "Zeiler et al., Deconvolutional networks, 2010",
    example: "out_channels: 8, kernel_size: 2, stride: 2")

  let inChannels: Int?
  let outChannels: Int
  let window: Extent
  let stride: Extent
  let padding: Extent
  let outputPadding: Extent
  let groups: Int
  let bias: Bool
  let dilation: Extent

  init(_ arguments: inout Arguments) throws(EngineError) {
    inChannels = arguments.next()
    outChannels = arguments.next()
    window = Extent(arguments.next(), lineHeight: nil)
    stride = Extent(arguments.next(), lineHeight: nil)
    padding = Extent(arguments.next(), lineHeight: nil)
    outputPadding = Extent(arguments.next(), lineHeight: nil)
    groups = arguments.next()
    bias = arguments.next()
    dilation = Extent(arguments.next(), lineHeight: nil)
    guard outputPadding.height < max(stride.height, dilation.height),
      outputPadding.width < max(stride.width, dilation.width)
    else { throw Self.invalid(parameter: 5, "it must be less than stride or dilation") }
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 3...3, "[batch, channels, height, width]")
    let channels = x.shape[0]
    try Self.agree("in_channels", inChannels, channels)
    guard channels % groups == 0, outChannels % groups == 0 else {
      throw Self.invalid(parameter: 6, "it must divide the channels of input and output")
    }
    // Bounds.arena keeps an axis below 2^28 and the parameters below 2^14: on 32 bits a reach needs a check.
    let far = Double(max(x.shape[1], x.shape[2])) * Double(max(stride.height, stride.width))
    try Bounds.check("activations", far, limit: Bounds.arena)
    let output = output(x.shape)
    guard output.height > 0, output.width > 0 else {
      throw Self.invalid(parameter: 4, "it cuts off the whole output")
    }
    let affine = builder.drawnAffine(
      Shape(channels, outChannels / groups, window.height, window.width), outputs: outChannels, bias: bias)
    let y = builder.value(Shape(outChannels, output.height, output.width))
    guard let weight = affine.weight else { return x }
    let unfolding = unfolding(x.shape, output)
    let pass = try ConvolutionPass(
      x: x, y: y, bias: affine.bias,
      product: WindowedProduct<S>(weight, unfolding, groups: groups, maps: channels / groups, &builder),
      isTransposed: true)
    builder.multiplyAdds += x.shape.size * Double(unfolding.width)
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
    return y
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    let unfolding = unfolding(input, output(input))
    let (channel, place) = unit.quotientAndRemainder(dividingBy: unfolding.image.count)
    let (outputs, inputs) = (outChannels / groups, input[0] / groups)
    let first = channel / outputs * inputs
    var sum = WeightedSum(inputs: [], weights: [], bias: bias ? channel : nil)
    for position in 0..<unfolding.positions.count {
      for inside in 0..<unfolding.window.count
      where unfolding.source(channel: 0, inside: inside, position: position) == place {
        for source in first..<first + inputs {
          sum.inputs.append(source * unfolding.positions.count + position)
          sum.weights.append((source * outputs + channel % outputs) * unfolding.window.count + inside)
        }
      }
    }
    return sum
  }

  /// The size of the images that an input of `[channels, height, width]` becomes.
  private func output(_ input: Shape) -> Extent {
    Extent(
      (input[1] - 1) * stride.height - 2 * padding.height + dilation.height * (window.height - 1)
        + outputPadding.height + 1,
      (input[2] - 1) * stride.width - 2 * padding.width + dilation.width * (window.width - 1)
        + outputPadding.width + 1)
  }

  /// The windows of `output` that the elements of `input` lay into it.
  private func unfolding(_ input: Shape, _ output: Extent) -> Unfolding {
    Unfolding(
      channels: outChannels / groups, image: output, window: window, stride: stride, dilation: dilation,
      before: padding, behind: padding, positions: Extent(input[1], input[2]))
  }
}
