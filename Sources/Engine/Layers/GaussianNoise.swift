/// Adds a normal number of standard deviation `std` to each element while training; the identity elsewhere.
///
/// Draws one `torch.randn_like` of the batch: `x + torch.randn_like(x) * std`.
struct GaussianNoise: LayerKind {
  static let info = Info(
    "GaussianNoise", [.real("std", in: .nonnegative, default: 0.1, "standard deviation of the noise")],
    summary: "Adds normal noise while training, so that no sample is seen twice alike.",
    formula: #"y = x + \sigma \varepsilon, \quad \varepsilon \sim N(0, 1)"#,
    source: "Bishop, Training with noise is equivalent to Tikhonov regularization, 1995")

  let std: Double

  init(_ arguments: inout Arguments) { std = arguments.next() }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    let y = builder.value(like: x)
    let (size, std) = (x.shape.count, S(std))
    builder.append(
      forward: { w in
        let (input, output, count) = (w.data(x), w.data(y), w.rows &* size)
        guard w.training else { return output.update(from: input, count: count) }
        if x.parts > 1 { return add(parts: x.parts, of: size, to: input, &w, output) }
        // The noise is drawn where the sum will stand.
        w.generator.normal(into: UnsafeMutableBufferPointer(start: output, count: count))
        for i in 0..<count { output[i] = input[i] + output[i] * std }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        dx.update(from: dy, count: w.rows &* size)
      })
    return y
  }

  /// Adds noise part by part: PyTorch draws one by one where memory is not in the order of the axes.
  private func add<S: Scalar>(
    parts: Int, of size: Int, to x: UnsafePointer<S>, _ w: inout Workspace<S>, _ y: UnsafeMutablePointer<S>
  ) {
    let length = size / parts
    for part in 0..<parts {
      for row in 0..<w.rows {
        let start = row &* size &+ part &* length
        for i in start..<start &+ length { y[i] = x[i] + S(w.generator.normal()) * S(std) }
      }
    }
  }
}
