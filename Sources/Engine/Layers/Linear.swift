/// An affine map: y = x Wᵀ + b, from `[batch, …, in_features]` to `[batch, …, out_features]`.
///
/// W and b are drawn from U(−1/√in_features, 1/√in_features),
/// as PyTorch does (`kaiming_uniform_` with a = √5).
struct Linear: LayerKind {
  static let info = Info(
    "Linear",
    [
      .optionalInteger("in_features", "inputs per row; the shape before it settles them"),
      .integer("out_features", "outputs per row"),
      .flag("bias", default: true, "add a trained constant to each output"),
    ],
    summary: "Maps each row by a trained matrix and adds a trained constant.",
    formula: #"y = x W^\top + b"#,
    source: "PyTorch, torch.nn.Linear; initialisation after He et al., 2015",
    example: "out_features: 64")

  let inFeatures: Int?
  let outFeatures: Int
  let bias: Bool

  init(_ arguments: inout Arguments) {
    inFeatures = arguments.next()
    outFeatures = arguments.next()
    bias = arguments.next()
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 1...64, "an axis of features")
    try Self.agree("in_features", inFeatures, x.shape[-1])
    let affine = builder.drawnAffine(Shape(outFeatures, x.shape[-1]), bias: bias)
    return builder.linear(x, affine, outputs: outFeatures)
  }

  func sum(unit: Int, input: Shape) -> WeightedSum? {
    let inputs = input[-1]
    let row = unit / outFeatures
    let output = unit % outFeatures
    return WeightedSum(
      inputs: (0..<inputs).map { row * inputs + $0 }, weights: (0..<inputs).map { output * inputs + $0 },
      bias: bias ? output : nil)
  }
}

extension Builder where S: Scalar {
  /// y = x Wᵀ + b over the last axis of `x`, with W `[outputs, inputs]`.
  mutating func linear(_ x: Value, _ affine: Affine, outputs: Int) -> Value {
    guard let weight = affine.weight else { return x }
    let inputs = x.shape[-1]
    let y = value(Shape(x.shape.sizes.dropLast() + [outputs]))
    let perRow = x.shape.count / inputs
    multiplyAdds += x.shape.size * Double(outputs)
    append(
      forward: { w in
        let rows = w.rows &* perRow
        MatrixProduct(
          MatrixView(w.data(x), stride: inputs), MatrixView(w.data(weight), stride: inputs).transposed,
          rows: rows, inner: inputs, columns: outputs
        ).write(to: w.data(y), bias: affine.bias.map { w.data($0) })
      },
      backward: { w in
        let rows = w.rows &* perRow
        guard let dy = w.gradient(y) else { return }
        MatrixProduct(
          MatrixView(dy, stride: outputs).transposed, MatrixView(w.data(x), stride: inputs),
          rows: outputs, inner: rows, columns: inputs
        ).write(to: w.gradient(weight))
        if let bias = affine.bias { sumRows(dy, rows: rows, columns: outputs, to: w.gradient(bias)) }
        guard let dx = w.gradient(x) else { return }
        MatrixProduct(
          MatrixView(dy, stride: outputs), MatrixView(w.data(weight), stride: inputs),
          rows: rows, inner: outputs, columns: inputs
        ).write(to: dx)
      })
    return y
  }
}
