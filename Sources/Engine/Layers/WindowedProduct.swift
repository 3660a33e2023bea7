/// The three products of a convolution between an image `[channels, …]` and the maps `[maps, positions]` of its windows,
/// one sample at a time: what a convolution and a transposed one have in common.
///
/// Channels and maps fall into groups that do not see one another. The weights `[maps, channels / groups, window]` and
/// their gradient are kept in the windows' order (row, column, channel) for as long as a pass takes.
struct WindowedProduct<S: Scalar> {
  /// The windows of one group's channels.
  let unfolding: Unfolding
  let groups: Int
  /// Maps of one group.
  let maps: Int
  private let weight: Weight
  private let weights: Int
  private let sums: Int
  /// Scratch for one group of one sample: the padded image, its gradient, and the windows of either.
  private let padded: Int
  private let paddedGradient: Int
  private let windows: Int

  init(
    _ weight: Weight, _ unfolding: Unfolding, groups: Int, maps: Int, _ builder: inout Builder<S>
  ) throws(EngineError) {
    self.unfolding = unfolding
    self.groups = groups
    self.maps = maps
    self.weight = weight
    weights = builder.reserve(weight.shape)
    sums = builder.reserve(weight.shape)
    padded = builder.reserve(unfolding.paddedShape)
    paddedGradient = builder.reserve(unfolding.paddedShape)
    windows = builder.reserve(unfolding.windowsShape)
    _ = builder.reserve(Unfolding.slack)
    try builder.checkSize()
  }

  private var positions: Int { unfolding.positions.count }
  /// Elements of one group in the image, the maps and the weights.
  private var imageCount: Int { unfolding.channels &* unfolding.image.count }
  private var mapsCount: Int { maps &* positions }
  private var weightsCount: Int { maps &* unfolding.width }

  /// Puts the weights in the windows' order: at the beginning of a pass.
  func arrange(_ w: borrowing Workspace<S>) {
    turn(w.data(weight), rows: unfolding.channels, columns: unfolding.window.count, to: w.arena + weights)
  }

  /// Writes the weights' gradient in its own order: at the end of a pass.
  func writeWeightGradient(_ w: borrowing Workspace<S>) {
    turn(w.arena + sums, rows: unfolding.window.count, columns: unfolding.channels, to: w.gradient(weight))
  }

  /// maps = W · windowsᵀ, summed over row, column and channel of the window in that order.
  func correlate(
    _ image: UnsafePointer<S>, to output: UnsafeMutablePointer<S>, _ w: borrowing Workspace<S>
  ) {
    for group in 0..<groups {
      MatrixProduct(
        MatrixView(w.arena + (weights &+ group &* weightsCount), stride: unfolding.width),
        unfold(image, group, w).transposed, rows: maps, inner: unfolding.width, columns: positions
      ).write(to: output + group &* mapsCount)
    }
  }

  /// image = mapsᵀ · W, its windows folded back.
  func spread(
    _ input: UnsafePointer<S>, to image: UnsafeMutablePointer<S>, _ w: borrowing Workspace<S>
  ) {
    for group in 0..<groups {
      MatrixProduct(
        MatrixView(input + group &* mapsCount, stride: positions).transposed,
        MatrixView(w.arena + (weights &+ group &* weightsCount), stride: unfolding.width),
        rows: positions, inner: maps, columns: unfolding.width
      ).write(to: w.arena + windows)
      unfolding.fold(w.arena + windows, padded: w.arena + paddedGradient, to: image + group &* imageCount)
    }
  }

  /// Adds one sample's part of the weights' gradient, maps · windows, summed over samples and positions in order.
  func addWeightGradient(
    _ input: UnsafePointer<S>, _ image: UnsafePointer<S>, isFirst: Bool, _ w: borrowing Workspace<S>
  ) {
    for group in 0..<groups {
      let product = MatrixProduct(
        MatrixView(input + group &* mapsCount, stride: positions), unfold(image, group, w),
        rows: maps, inner: positions, columns: unfolding.width)
      let sums = w.arena + (sums &+ group &* weightsCount)
      if isFirst { product.write(to: sums) } else { product.add(to: sums) }
    }
  }

  /// The windows of one group of `image`.
  private func unfold(_ image: UnsafePointer<S>, _ group: Int, _ w: borrowing Workspace<S>) -> MatrixView<S> {
    unfolding.unfold(image + group &* imageCount, padded: w.arena + padded, to: w.arena + windows)
    return MatrixView(w.arena + windows, stride: unfolding.width)
  }

  /// Transposes the weights `[rows, columns]` of each map.
  private func turn(
    _ source: UnsafePointer<S>, rows: Int, columns: Int, to target: UnsafeMutablePointer<S>
  ) {
    for start in stride(from: 0, to: weight.shape.count, by: unfolding.width) {
      transpose(source + start, rows: rows, columns: columns, to: target + start)
    }
  }
}
