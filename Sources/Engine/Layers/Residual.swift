/// Layers around which what comes in is led as well: y = x + f(x), where f keeps the shape.
///
/// PyTorch has no such module: it is the sum that a ResNet's `forward` writes out.
struct Residual: LayerKind {
  static let info = Info(
    "Residual", [.components("layers", .layer, "the layers in between; they must keep the shape")],
    summary: "Adds to what layers make of their input the input itself.", formula: #"y = x + f(x)"#,
    source: "He et al., Deep residual learning for image recognition, 2015",
    example: "layers: [{ Linear: { out_features: 64 } }, ReLU]")

  let layers: [Component]

  init(_ arguments: inout Arguments) { layers = arguments.next() }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try builder.residual(x) { (x: Value, builder: inout Builder<S>) throws(EngineError) in
      var value = x
      for layer in layers {
        value = try builder.build(layer, value)
        try builder.checkSize()
      }
      return value
    }
  }
}

extension Builder where S: Scalar {
  /// x + body(x): `body` reads the elements of `x` but has a gradient of its own,
  /// which is added to that of the sum.
  mutating func residual(
    _ x: Value, _ body: (Value, inout Builder<S>) throws(EngineError) -> Value
  ) throws(EngineError) -> Value {
    let count = x.shape.count
    let inner = Value(
      data: x.data, gradient: x.gradient == nil ? nil : reserve(x.shape, rows: capacity), shape: x.shape)
    let y = value(like: x)
    // Runs last on the way back, when both gradients are there.
    append(
      forward: { _ in },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y), let within = w.gradient(inner) else { return }
        for i in 0..<w.rows &* count { dx[i] = dy[i] + within[i] }
      })
    let z = try body(inner, &self)
    guard z.shape == x.shape else {
      throw EngineError(.shapeMismatch(component: "Residual", expected: x.shape, found: z.shape))
    }
    append(
      forward: { w in
        let (a, b, sum) = (w.data(x), w.data(z), w.data(y))
        for i in 0..<w.rows &* count { sum[i] = a[i] + b[i] }
      },
      backward: { w in
        guard let dy = w.gradient(y) else { return }
        w.gradient(z)?.update(from: dy, count: w.rows &* count)
      })
    return y
  }
}
