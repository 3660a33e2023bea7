/// The three products of a convolution between images `[channels, …]` and the maps `[maps, positions]` of
/// their windows: what a convolution and a transposed one have in common.
///
/// The windows of several samples at a time are the rows of a matrix
/// `[samples · positions, window · channels]`. Channels and maps fall into groups that do not see one
/// another. The weights `[maps, channels / groups, window]` and their gradient are kept in the windows' order
/// (row, column, channel) for as long as a pass takes.
struct WindowedProduct<S: Scalar> {
  /// The windows of one group's channels.
  let unfolding: Unfolding
  let groups: Int
  /// Maps of one group.
  let maps: Int
  private let weight: Weight
  private let weights: Int
  private let sums: Int
  /// Samples at a time: as many as have about 64 KB of windows.
  private let samples: Int
  /// Scratch for one group: a padded image, its gradient, the windows of the samples and their maps, turned.
  private let padded: Int
  private let paddedGradient: Int
  private let windows: Int
  private let turned: Int

  init(
    _ weight: Weight, _ unfolding: Unfolding, groups: Int, maps: Int, _ builder: inout Builder<S>
  ) throws(EngineError) {
    self.unfolding = unfolding
    self.groups = groups
    self.maps = maps
    self.weight = weight
    weights = builder.reserve(weight.shape)
    sums = builder.reserve(weight.shape)
    let size = unfolding.windowsShape.size
    samples = size > 4096 ? 1 : min(builder.capacity, 8192 / Int(size))
    padded = builder.reserve(unfolding.paddedShape)
    paddedGradient = builder.reserve(unfolding.paddedShape)
    windows = builder.reserve(unfolding.windowsShape, rows: samples)
    turned = builder.reserve(
      Shape(maps, unfolding.positions.height, unfolding.positions.width), rows: samples)
    try builder.checkSize()
  }

  private var positions: Int { unfolding.positions.count }
  /// Elements of one group in an image, its maps and the weights.
  private var imageCount: Int { unfolding.channels &* unfolding.image.count }
  private var mapsCount: Int { maps &* positions }
  private var weightsCount: Int { maps &* unfolding.width }

  /// maps = W · windowsᵀ + bias, summed over row, column and channel of the window in that order.
  func correlate(
    _ images: UnsafePointer<S>, bias: UnsafePointer<S>? = nil, to outputs: UnsafeMutablePointer<S>,
    _ w: borrowing Workspace<S>
  ) {
    let (channels, inside) = (unfolding.channels, unfolding.window.count)
    forEachBlock(w.rows) { group, first, count in
      // The weights [window · channels, maps].
      let weights = w.arena + self.weights
      for channel in 0..<(first == 0 ? channels : 0) {
        transpose(
          w.data(weight) + (group &* weightsCount &+ channel &* inside), stride: unfolding.width, rows: maps,
          columns: inside, to: weights + channel &* maps, stride: channels &* maps)
      }
      MatrixProduct(
        unfold(images, group, first, count, w), MatrixView(weights, stride: maps),
        rows: count &* positions, inner: unfolding.width, columns: maps
      ).write(to: w.arena + turned, bias: bias.map { $0 + group &* maps })
      for i in 0..<count {
        transpose(
          w.arena + (turned &+ i &* mapsCount), stride: maps, rows: positions, columns: maps,
          to: outputs + ((first &+ i) &* groups &+ group) &* mapsCount, stride: positions)
      }
    }
  }

  /// images = mapsᵀ · W, their windows folded back.
  func spread(
    _ inputs: UnsafePointer<S>, to images: UnsafeMutablePointer<S>, _ w: borrowing Workspace<S>
  ) {
    turnWeights(
      w.data(weight), rows: unfolding.channels, columns: unfolding.window.count, to: w.arena + weights)
    forEachBlock(w.rows) { group, first, count in
      MatrixProduct(
        turn(inputs, group, first, count, w),
        MatrixView(w.arena + (weights &+ group &* weightsCount), stride: unfolding.width),
        rows: count &* positions, inner: maps, columns: unfolding.width
      ).write(to: w.arena + windows)
      for i in 0..<count {
        unfolding.fold(
          w.arena + (windows &+ i &* positions &* unfolding.width), padded: w.arena + paddedGradient,
          to: images + ((first &+ i) &* groups &+ group) &* imageCount)
      }
    }
  }

  /// The gradient of the weights, maps · windows, summed over samples and positions in order.
  func writeWeightGradient(
    _ inputs: UnsafePointer<S>, _ images: UnsafePointer<S>, _ w: borrowing Workspace<S>
  ) {
    forEachBlock(w.rows) { group, first, count in
      let windows = unfold(images, group, first, count, w)
      let sums = w.arena + (sums &+ group &* weightsCount)
      for i in 0..<count {
        let sample = first &+ i
        let product = MatrixProduct(
          MatrixView(inputs + (sample &* groups &+ group) &* mapsCount, stride: positions),
          MatrixView(windows.elements + i &* positions &* unfolding.width, stride: unfolding.width),
          rows: maps, inner: positions, columns: unfolding.width)
        if sample == 0 { product.write(to: sums) } else { product.add(to: sums) }
      }
    }
    turnWeights(
      w.arena + sums, rows: unfolding.window.count, columns: unfolding.channels, to: w.gradient(weight))
  }

  /// Calls `body` for each group and every few samples of `rows`: the group, the first sample, and how many.
  @inline(__always)
  private func forEachBlock(_ rows: Int, _ body: (Int, Int, Int) -> Void) {
    for group in 0..<groups {
      for first in stride(from: 0, to: rows, by: samples) { body(group, first, min(samples, rows &- first)) }
    }
  }

  /// The windows of one group of some images.
  private func unfold(
    _ images: UnsafePointer<S>, _ group: Int, _ first: Int, _ count: Int, _ w: borrowing Workspace<S>
  ) -> MatrixView<S> {
    for i in 0..<count {
      unfolding.unfold(
        images + ((first &+ i) &* groups &+ group) &* imageCount, padded: w.arena + padded,
        to: w.arena + (windows &+ i &* positions &* unfolding.width))
    }
    return MatrixView(w.arena + windows, stride: unfolding.width)
  }

  /// The maps of one group of some samples, turned: `[samples · positions, maps]`.
  private func turn(
    _ inputs: UnsafePointer<S>, _ group: Int, _ first: Int, _ count: Int, _ w: borrowing Workspace<S>
  ) -> MatrixView<S> {
    for i in 0..<count {
      transpose(
        inputs + ((first &+ i) &* groups &+ group) &* mapsCount, stride: positions, rows: maps,
        columns: positions, to: w.arena + (turned &+ i &* mapsCount), stride: maps)
    }
    return MatrixView(w.arena + turned, stride: maps)
  }

  /// Transposes the weights `[rows, columns]` of each map.
  private func turnWeights(
    _ source: UnsafePointer<S>, rows: Int, columns: Int, to target: UnsafeMutablePointer<S>
  ) {
    for start in stride(from: 0, to: weight.shape.count, by: unfolding.width) {
      transpose(
        source + start, stride: columns, rows: rows, columns: columns, to: target + start, stride: rows)
    }
  }
}
