/// Where a convolution's numbers lie, and what it does with them.
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
    let bias = self.bias.map { w.data($0) }
    guard isTransposed else { return product.correlate(w.data(x), bias: bias, to: w.data(y), w) }
    product.spread(w.data(x), to: w.data(y), w)
    if let bias { addChannels(bias, to: w.data(y), rows: w.rows, channels: channels, plane: plane) }
  }

  func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y) else { return }
    if let bias {
      let (sums, channels, plane) = (w.gradient(bias), channels, plane)
      sums.update(repeating: 0, count: channels)
      for row in 0..<w.rows {
        for channel in 0..<channels {
          sums[channel] += sum(dy + (row &* channels &+ channel) &* plane, count: plane)
        }
      }
    }
    if isTransposed {
      product.writeWeightGradient(w.data(x), dy, w)
    } else {
      product.writeWeightGradient(dy, w.data(x), w)
    }
    guard let dx = w.gradient(x) else { return }
    if isTransposed { product.correlate(dy, to: dx, w) } else { product.spread(dy, to: dx, w) }
  }
}
