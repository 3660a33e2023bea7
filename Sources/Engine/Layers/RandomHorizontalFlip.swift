/// Mirrors each sample with probability p while training: `[batch, …, width]`, the last axis backwards.
///
/// Draws one number per sample, in order: it is mirrored where `torch.rand(1) < p`.
struct RandomHorizontalFlip: LayerKind {
  static let info = Info(
    "RandomHorizontalFlip", [.real("p", in: .unit, default: 0.5, "share of samples that are mirrored")],
    summary: "Mirrors pictures at random while training, left to right.",
    formula: #"y_j = x_{W - 1 - j} \text{ with probability } p"#,
    source: "torchvision, transforms.RandomHorizontalFlip; Krizhevsky et al., ImageNet classification, 2012")

  let p: Double

  init(_ arguments: inout Arguments) { p = arguments.next() }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...3, "pictures: [batch, channels, height, width] or [batch, height, width]")
    let y = builder.value(x.shape)
    let (size, width, p) = (x.shape.count, x.shape[-1], S(p))
    let flips = builder.reserve(Shape(1), rows: builder.capacity)
    builder.append(
      forward: { w in
        for row in 0..<w.rows { w.arena[flips + row] = w.training && w.generator.bernoulli(each: p) ? 1 : 0 }
        mirror(w.data(x), w.arena + flips, rows: w.rows, size: size, width: width, to: w.data(y))
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        mirror(dy, w.arena + flips, rows: w.rows, size: size, width: width, to: dx)
      })
    return y
  }
}

/// Copies samples of `size` elements, those that `flips` marks with every `width` elements backwards.
private func mirror<S: Scalar>(
  _ x: UnsafePointer<S>, _ flips: UnsafePointer<S>, rows: Int, size: Int, width: Int,
  to y: UnsafeMutablePointer<S>
) {
  for row in 0..<rows {
    let (source, target) = (x + row &* size, y + row &* size)
    guard flips[row] == 1 else {
      target.update(from: source, count: size)
      continue
    }
    for start in stride(from: 0, to: size, by: width) {
      for j in 0..<width { target[start &+ j] = source[start &+ width &- 1 &- j] }
    }
  }
}
