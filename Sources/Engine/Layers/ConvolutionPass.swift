/// Where a convolution's numbers lie, and what it does with them, sample by sample.
struct ConvolutionPass<S: Scalar> {
  let x: Value
  let y: Value
  let affine: Affine
  let unfolding: Unfolding
  let filters: Int
  let groups: Int
  /// Scratch for one sample: the padded image, its gradient, and the columns of either.
  private let padded: Int
  private let paddedGradient: Int
  private let columns: Int
  /// One sample's gradient of the output, transposed, and the weights' gradient, transposed.
  private let turned: Int
  private let sums: Int

  init(
    x: Value, y: Value, affine: Affine, unfolding: Unfolding, filters: Int, groups: Int,
    _ builder: inout Builder<S>
  ) throws(EngineError) {
    self.x = x
    self.y = y
    self.affine = affine
    self.unfolding = unfolding
    self.filters = filters
    self.groups = groups
    padded = builder.reserve(unfolding.paddedShape)
    paddedGradient = builder.reserve(unfolding.paddedShape)
    columns = builder.reserve(unfolding.columnsShape)
    turned = builder.reserve(y.shape)
    sums = builder.reserve(
      Shape(filters / groups, unfolding.channels, unfolding.window.height, unfolding.window.width))
    try builder.checkSize()
  }

  /// Rows of the columns that one group sees.
  private var height: Int { unfolding.height / groups }

  func forward(_ w: inout Workspace<S>) {
    guard let weight = affine.weight.map({ w.data($0) }) else { return }
    let positions = unfolding.positions.count
    let perGroup = filters / groups
    for row in 0..<w.rows {
      let columns = columns(of: row, w)
      let output = w.data(y) + row &* filters &* positions
      for group in 0..<groups {
        MatrixProduct(
          MatrixView(weight + group &* perGroup &* height, stride: height),
          MatrixView(columns + group &* height &* positions, stride: positions),
          rows: perGroup, inner: height, columns: positions
        ).write(to: output + group &* perGroup &* positions)
      }
      guard let bias = affine.bias.map({ w.data($0) }) else { continue }
      for filter in 0..<filters {
        let plane = output + filter &* positions
        for i in 0..<positions { plane[i] += bias[filter] }
      }
    }
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y), let weight = affine.weight else { return }
    let positions = unfolding.positions.count
    if let bias = affine.bias {
      sumChannels(rows: w.rows, channels: filters, plane: positions, to: w.gradient(bias)) { i, _ in dy[i] }
    }
    for row in 0..<w.rows {
      let dy = dy + row &* filters &* positions
      addWeightGradient(dy, row: row, w)
      if let dx = w.gradient(x) { writeInputGradient(dy, to: dx + row &* x.shape.count, w) }
    }
    let perGroup = filters / groups
    for group in 0..<groups {
      let start = group &* perGroup &* height
      transpose(
        w.arena + (sums &+ start), rows: height, columns: perGroup, to: w.gradient(weight) + start)
    }
  }

  /// The columns of sample `row`.
  private func columns(of row: Int, _ w: borrowing Workspace<S>) -> UnsafePointer<S> {
    let image = w.data(x) + row &* x.shape.count
    if unfolding.isIdentity { return UnsafePointer(image) }
    unfolding.unfold(image, padded: w.arena + padded, to: w.arena + columns)
    return UnsafePointer(w.arena + columns)
  }

  /// Adds one sample's part of the weights' gradient, columns · dyᵀ, summed over samples and positions in order.
  private func addWeightGradient(_ dy: UnsafePointer<S>, row: Int, _ w: borrowing Workspace<S>) {
    let positions = unfolding.positions.count
    let perGroup = filters / groups
    let columns = columns(of: row, w)
    transpose(dy, rows: filters, columns: positions, to: w.arena + turned)
    for group in 0..<groups {
      let product = MatrixProduct(
        MatrixView(columns + group &* height &* positions, stride: positions),
        MatrixView(w.arena + (turned &+ group &* perGroup), stride: filters),
        rows: height, inner: positions, columns: perGroup)
      let sums = w.arena + (sums &+ group &* perGroup &* height)
      if row == 0 { product.write(to: sums) } else { product.add(to: sums) }
    }
  }

  /// Writes one sample's gradient of the input: Wᵀ · dy, folded back.
  private func writeInputGradient(
    _ dy: UnsafePointer<S>, to dx: UnsafeMutablePointer<S>, _ w: borrowing Workspace<S>
  ) {
    guard let weight = affine.weight.map({ w.data($0) }) else { return }
    let positions = unfolding.positions.count
    let perGroup = filters / groups
    let columns = unfolding.isIdentity ? dx : w.arena + columns
    for group in 0..<groups {
      MatrixProduct(
        MatrixView(weight + group &* perGroup &* height, stride: height).transposed,
        MatrixView(dy + group &* perGroup &* positions, stride: positions),
        rows: height, inner: perGroup, columns: positions
      ).write(to: columns + group &* height &* positions)
    }
    if !unfolding.isIdentity { unfolding.fold(columns, padded: w.arena + paddedGradient, to: dx) }
  }
}
