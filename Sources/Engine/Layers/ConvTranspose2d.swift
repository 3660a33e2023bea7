/// A transposed convolution of images: every element of the input lays its weighted window into a larger output.
///
/// It is the gradient of ``Conv2d`` by its input. Weights `[in_channels, out_channels / groups, height, width]` are drawn
/// as PyTorch draws them, with the second axis times the window as fan.
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
    let output = Extent(
      (x.shape[1] - 1) * stride.height - 2 * padding.height + dilation.height * (window.height - 1)
        + outputPadding.height + 1,
      (x.shape[2] - 1) * stride.width - 2 * padding.width + dilation.width * (window.width - 1)
        + outputPadding.width + 1)
    guard output.height > 0, output.width > 0 else {
      throw Self.invalid(parameter: 4, "it cuts off the whole output")
    }
    let affine = builder.drawnAffine(
      Shape(channels, outChannels / groups, window.height, window.width), outputs: outChannels, bias: bias)
    let y = builder.value(Shape(outChannels, output.height, output.width))
    let unfolding = Unfolding(
      channels: outChannels, image: output, window: window, stride: stride, dilation: dilation,
      before: padding, behind: padding, positions: Extent(x.shape[1], x.shape[2]))
    let pass = try TransposedPass(x: x, y: y, affine: affine, unfolding: unfolding, groups: groups, &builder)
    builder.multiplyAdds += x.shape.size * Double(unfolding.height / groups)
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
    return y
  }
}

/// Where a transposed convolution's numbers lie, and what it does with them, sample by sample.
private struct TransposedPass<S: Scalar> {
  let x: Value
  let y: Value
  let affine: Affine
  /// The windows of the output, one for each place of the input.
  let unfolding: Unfolding
  let groups: Int
  /// Scratch for one sample: the padded output, its gradient, and the columns of either.
  private let padded: Int
  private let paddedGradient: Int
  private let columns: Int

  init(
    x: Value, y: Value, affine: Affine, unfolding: Unfolding, groups: Int, _ builder: inout Builder<S>
  ) throws(EngineError) {
    self.x = x
    self.y = y
    self.affine = affine
    self.unfolding = unfolding
    self.groups = groups
    padded = builder.reserve(unfolding.paddedShape)
    paddedGradient = builder.reserve(unfolding.paddedShape)
    columns = builder.reserve(unfolding.columnsShape)
    try builder.checkSize()
  }

  private var positions: Int { unfolding.positions.count }
  /// Rows of the columns, and channels of the input, of one group.
  private var height: Int { unfolding.height / groups }
  private var perGroup: Int { x.shape[0] / groups }

  func forward(_ w: inout Workspace<S>) {
    guard let weight = affine.weight.map({ w.data($0) }) else { return }
    let columns = w.arena + columns
    let plane = unfolding.image.count
    for row in 0..<w.rows {
      let (input, output) = (w.data(x) + row &* x.shape.count, w.data(y) + row &* y.shape.count)
      for group in 0..<groups {
        MatrixProduct(
          MatrixView(weight + group &* perGroup &* height, stride: height).transposed,
          MatrixView(input + group &* perGroup &* positions, stride: positions),
          rows: height, inner: perGroup, columns: positions
        ).write(to: columns + group &* height &* positions)
      }
      unfolding.fold(columns, padded: w.arena + padded, to: output)
      guard let bias = affine.bias.map({ w.data($0) }) else { continue }
      for i in 0..<y.shape.count { output[i] += bias[i / plane] }
    }
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y), let weight = affine.weight else { return }
    let plane = unfolding.image.count
    if let bias = affine.bias {
      let channels = unfolding.channels
      sumChannels(rows: w.rows, channels: channels, plane: plane, to: w.gradient(bias)) { i, _ in dy[i] }
    }
    let columns = w.arena + columns
    for row in 0..<w.rows {
      unfolding.unfold(dy + row &* y.shape.count, padded: w.arena + paddedGradient, to: columns)
      let place = row &* x.shape.count
      for group in 0..<groups {
        let (offset, view) = (group &* perGroup &* positions, group &* perGroup &* height)
        let windows = MatrixView(UnsafePointer(columns + group &* height &* positions), stride: positions)
        let product = MatrixProduct(
          MatrixView(w.data(x) + (place &+ offset), stride: positions), windows.transposed,
          rows: perGroup, inner: positions, columns: height)
        let sums = w.gradient(weight) + view
        if row == 0 { product.write(to: sums) } else { product.add(to: sums) }
        guard let dx = w.gradient(x) else { continue }
        MatrixProduct(
          MatrixView(w.data(weight) + view, stride: height), windows,
          rows: perGroup, inner: height, columns: positions
        ).write(to: dx + (place &+ offset))
      }
    }
  }
}
