/// What the convolutions have in common: y[o] = b[o] + Σ w[o, c, i, j] · x[c, …],
/// summed over row and column of the window and channel in that order, the bias last.
///
/// Each sample's windows are unfolded into the rows of a matrix,
/// which the weights then multiply, group by group.
struct Convolution: Sendable {
  let inChannels: Int?
  let outChannels: Int
  let window: Extent
  let stride: Extent
  let padding: Argument
  let dilation: Extent
  let groups: Int
  let bias: Bool
  let mode: Unfolding.Padding
  /// The height that a line counts as; nil for images.
  let lineHeight: Int?

  /// The largest window, stride, padding or dilation.
  static let limit = 1 << 14

  /// The parameters that ``init(_:lineHeight:)`` reads, in `axes` dimensions.
  static func parameters(axes: Int) -> [Parameter] {
    [
      .optionalInteger("in_channels", "channels of the input; the shape before it settles them"),
      .integer("out_channels", "channels of the output: how many patterns are looked for"),
      .integers("kernel_size", in: 1...limit, count: 1...axes, "size of the window"),
      .integers("stride", in: 1...limit, count: 1...axes, default: [1], "steps from window to window"),
      .integers(
        "padding", in: 0...limit, count: 1...axes, default: [0], words: ["valid", "same"],
        "what is put around the input; same: as much as keeps the size"),
      .integers("dilation", in: 1...limit, count: 1...axes, default: [1], "steps within the window"),
      .integer("groups", default: 1, "groups of channels that do not see one another"),
      .flag("bias", default: true, "add a trained constant to each channel"),
      .choice(
        "padding_mode", ["zeros", "reflect", "replicate", "circular"], default: 0, "what the padding holds"),
    ]
  }

  init(_ arguments: inout Arguments, lineHeight: Int? = nil) {
    self.lineHeight = lineHeight
    inChannels = arguments.next()
    outChannels = arguments.next()
    window = Extent(arguments.next(), lineHeight: lineHeight)
    stride = Extent(arguments.next(), lineHeight: lineHeight)
    padding = arguments.next()
    dilation = Extent(arguments.next(), lineHeight: lineHeight)
    groups = arguments.next()
    bias = arguments.next()
    mode = Unfolding.Padding(rawValue: arguments.next()) ?? .zeros
  }

  /// The windows of an input `[channels, …]` of the layer `Kind`.
  func unfolding<Kind: ComponentKind>(_ shape: Shape, for _: Kind.Type) throws(EngineError) -> Unfolding {
    try Kind.agree("in_channels", inChannels, shape[0])
    guard shape[0] % groups == 0, outChannels % groups == 0 else {
      throw Kind.invalid(parameter: 6, "it must divide the channels of input and output")
    }
    let image = Extent(lineHeight ?? shape[1], shape[-1])
    let reach = Extent(dilation.height * (window.height - 1), dilation.width * (window.width - 1))
    var (before, behind) = (Extent(0, 0), Extent(0, 0))
    switch padding {
    case .integers(let values):
      before = Extent(values, lineHeight: lineHeight.map { _ in 0 })
      behind = before
    case .choice(1):
      guard stride == Extent(1, 1) else { throw Kind.invalid(parameter: 4, "same needs a stride of 1") }
      before = Extent(reach.height / 2, reach.width / 2)
      behind = Extent(reach.height - before.height, reach.width - before.width)
    default: break
    }
    guard max(before.height, behind.height) <= mode.limit(image.height),
      max(before.width, behind.width) <= mode.limit(image.width)
    else { throw Kind.invalid(parameter: 4, "the input is too small to be continued that far") }
    let room = Extent(
      image.height + before.height + behind.height - reach.height - 1,
      image.width + before.width + behind.width - reach.width - 1)
    guard room.height >= 0, room.width >= 0 else {
      let least = [shape[0], image.height - min(room.height, 0), image.width - min(room.width, 0)]
      throw EngineError(
        .shapeMismatch(
          component: Kind.info.name, expected: Shape(lineHeight == nil ? least : [least[0], least[2]]),
          found: shape))
    }
    return Unfolding(
      channels: shape[0] / groups, image: image, window: window, stride: stride, dilation: dilation,
      before: before,
      behind: behind, padding: mode,
      positions: Extent(room.height / stride.height + 1, room.width / stride.width + 1))
  }

  /// Lays the convolution of `x` out, for the layer `Kind`.
  func build<S: Scalar, Kind: ComponentKind>(
    _ x: Value, _ builder: inout Builder<S>, for kind: Kind.Type
  ) throws(EngineError) -> Value {
    let unfolding = try unfolding(x.shape, for: kind)
    let inner = [x.shape[0] / groups] + (lineHeight == nil ? [window.height] : []) + [window.width]
    let affine = builder.drawnAffine(Shape([outChannels] + inner), bias: bias)
    guard let weight = affine.weight else { return x }
    let positions = unfolding.positions
    let y = builder.value(
      Shape([outChannels] + (lineHeight == nil ? [positions.height] : []) + [positions.width]))
    let pass = try ConvolutionPass(
      x: x, y: y, bias: affine.bias,
      product: WindowedProduct<S>(weight, unfolding, groups: groups, maps: outChannels / groups, &builder),
      isTransposed: false)
    builder.multiplyAdds += y.shape.size * Double(unfolding.width)
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
    return y
  }

  /// The sum behind element `unit` of the output.
  func sum<Kind: ComponentKind>(unit: Int, input: Shape, for kind: Kind.Type) -> WeightedSum? {
    guard let unfolding = try? unfolding(input, for: kind) else { return nil }
    let (filter, position) = (unit / unfolding.positions.count, unit % unfolding.positions.count)
    let channels = unfolding.channels
    let first = filter / (outChannels / groups) * channels
    var sum = WeightedSum(inputs: [], weights: [], bias: bias ? filter : nil)
    for inside in 0..<unfolding.window.count {
      for channel in 0..<channels {
        guard let place = unfolding.source(channel: first + channel, inside: inside, position: position)
        else { continue }
        sum.inputs.append(place)
        sum.weights.append((filter * channels + channel) * unfolding.window.count + inside)
      }
    }
    return sum
  }
}
