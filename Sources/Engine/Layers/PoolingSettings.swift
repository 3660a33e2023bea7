/// The parameters that the poolings share.
struct PoolingSettings: Sendable {
  let window: Extent
  let stride: Extent
  let padding: Extent
  let dilation: Extent
  let ceil: Bool
  let countsPadding: Bool
  /// What a window counts as in an average; nil for its size.
  let divisor: Int?
  /// The height that a line counts as; nil for images.
  let lineHeight: Int?

  private static func shared(axes: Int) -> [Parameter] {
    let limit = Convolution.limit
    return [
      .integers("kernel_size", in: 1...limit, count: 1...axes, "size of the window"),
      .optionalIntegers(
        "stride", in: 1...limit, count: 1...axes, "steps from window to window; left out, the window's size"),
      .integers("padding", in: 0...limit, count: 1...axes, default: [0], "what is put around the input"),
    ]
  }

  private static let ceilMode = Parameter.flag(
    "ceil_mode", default: false, "let a last window reach over the edge")

  /// The parameters of `MaxPool1d` and `MaxPool2d`.
  static func greatestParameters(axes: Int) -> [Parameter] {
    shared(axes: axes) + [
      .integers(
        "dilation", in: 1...Convolution.limit, count: 1...axes, default: [1], "steps within the window"),
      ceilMode,
    ]
  }

  /// The parameters of `AvgPool1d` and `AvgPool2d`.
  static func meanParameters(axes: Int) -> [Parameter] {
    let divisor = Parameter.optionalInteger(
      "divisor_override", "what sums are divided by instead of their size")
    return shared(axes: axes)
      + [ceilMode, .flag("count_include_pad", default: true, "count the padding in the mean")]
      + (axes == 2 ? [divisor] : [])
  }

  init(greatest arguments: inout Arguments, lineHeight: Int? = nil) {
    self.init(shared: &arguments, lineHeight, isMean: false)
  }

  init(mean arguments: inout Arguments, lineHeight: Int? = nil) {
    self.init(shared: &arguments, lineHeight, isMean: true)
  }

  private init(shared arguments: inout Arguments, _ lineHeight: Int?, isMean: Bool) {
    self.lineHeight = lineHeight
    window = Extent(arguments.next(), lineHeight: lineHeight)
    let steps: [Int] = arguments.next()
    stride = steps.isEmpty ? window : Extent(steps, lineHeight: lineHeight)
    padding = Extent(arguments.next(), lineHeight: lineHeight.map { _ in 0 })
    dilation = isMean ? Extent(1, 1) : Extent(arguments.next(), lineHeight: lineHeight)
    ceil = arguments.next()
    countsPadding = isMean ? arguments.next() : true
    divisor = isMean && lineHeight == nil ? arguments.next() : nil
  }

  /// The windows over an input `[channels, …]` of the layer `Kind`.
  func pooling<Kind: ComponentKind>(_ shape: Shape, for _: Kind.Type) throws(EngineError) -> Pooling {
    let reach = Extent(dilation.height * (window.height - 1), dilation.width * (window.width - 1))
    guard 2 * padding.height <= reach.height + 1, 2 * padding.width <= reach.width + 1 else {
      throw Kind.invalid(parameter: 2, "it can be half the window at most")
    }
    let rows = Pooling.Axis(
      size: lineHeight ?? shape[1], window: window.height, stride: stride.height, padding: padding.height,
      dilation: dilation.height, ceil: ceil, countsPadding: countsPadding)
    let columns = Pooling.Axis(
      size: shape[-1], window: window.width, stride: stride.width, padding: padding.width,
      dilation: dilation.width, ceil: ceil, countsPadding: countsPadding)
    guard let rows, let columns else {
      let least = [reach.height + 1 - 2 * padding.height, reach.width + 1 - 2 * padding.width]
      throw EngineError(
        .shapeMismatch(
          component: Kind.info.name, expected: Shape([shape[0]] + (lineHeight == nil ? least : [least[1]])),
          found: shape))
    }
    guard !(rows.spans + columns.spans).contains(where: { $0.isEmpty }) else {
      throw Kind.invalid(parameter: 2, "a window would hold nothing but padding")
    }
    return Pooling(rows: rows, columns: columns, divisor: divisor)
  }

  /// The shape of the output behind an input of `shape`.
  func shape(_ shape: Shape, _ pooling: Pooling) -> Shape {
    let (height, width) = (pooling.rows.spans.count, pooling.columns.spans.count)
    return Shape([shape[0]] + (lineHeight == nil ? [height] : []) + [width])
  }
}
