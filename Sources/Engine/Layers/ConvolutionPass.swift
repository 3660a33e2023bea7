/// Where a convolution's numbers lie, and what it does with them, sample by sample.
struct ConvolutionPass<S: Scalar> {
  let x: Value
  let y: Value
  let bias: Weight?
  let product: WindowedProduct<S>
  /// Whether the windows are those of the output, one for each place of the input.
  let isTransposed: Bool

  private var channels: Int { y.shape[0] }
  private var plane: Int { y.shape.count / channels }

  func forward(_ w: inout Workspace<S>) {
    product.arrange(w)
    for row in 0..<w.rows {
      let (x, y) = (w.data(x) + row &* x.shape.count, w.data(y) + row &* y.shape.count)
      if isTransposed { product.spread(x, to: y, w) } else { product.correlate(x, to: y, w) }
    }
    guard let bias else { return }
    addChannels(w.data(bias), to: w.data(y), rows: w.rows, channels: channels, plane: plane)
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y) else { return }
    if let bias {
      sumChannels(rows: w.rows, channels: channels, plane: plane, to: w.gradient(bias)) { i, _ in dy[i] }
    }
    for row in 0..<w.rows {
      let (x, dy) = (w.data(x) + row &* x.shape.count, dy + row &* y.shape.count)
      let (maps, image) = isTransposed ? (x, dy) : (dy, x)
      product.addWeightGradient(maps, image, isFirst: row == 0, w)
      guard let dx = w.gradient(self.x).map({ $0 + row &* self.x.shape.count }) else { continue }
      if isTransposed { product.correlate(dy, to: dx, w) } else { product.spread(dy, to: dx, w) }
    }
    product.writeWeightGradient(w)
  }
}
