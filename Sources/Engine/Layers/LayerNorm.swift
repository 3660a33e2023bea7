/// Normalises the last axes of each sample to mean 0 and variance 1, then scales and shifts each element.
struct LayerNorm: LayerKind {
  static let info = Info(
    "LayerNorm",
    [
      .optionalIntegers("normalized_shape", count: 1...8, "sizes of the last axes; left out, the last axis"),
      .real("eps", in: .nonnegative, default: 1e-5, "keeps the division from 0"),
      .flag("elementwise_affine", default: true, "scale and shift each element by trained numbers"),
      .flag("bias", default: true, "shift as well as scale"),
    ],
    summary: "Gives each sample mean 0 and variance 1, then scales and shifts its elements.",
    formula: #"y = \frac{x - \mathrm{E}[x]}{\sqrt{\mathrm{Var}[x] + \epsilon}} \, \gamma + \beta"#,
    source: "Ba, Kiros and Hinton, Layer normalization, 2016")

  let normalizedShape: [Int]
  let epsilon: Double
  let affine: Bool
  let bias: Bool

  init(_ arguments: inout Arguments) {
    normalizedShape = arguments.next()
    epsilon = arguments.next()
    affine = arguments.next()
    bias = arguments.next()
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 1...64, "an axis of features")
    let stated = normalizedShape.isEmpty ? [x.shape[-1]] : normalizedShape
    guard x.shape.sizes.suffix(stated.count) == stated[...] else {
      throw EngineError(.shapeMismatch(component: "LayerNorm", expected: Shape(stated), found: x.shape))
    }
    let weights = builder.unitAffine(Shape(stated), weight: affine, bias: affine && bias)
    return builder.layerNorm(x, size: Shape(stated).count, weights, epsilon: epsilon)
  }
}

extension Builder where S: Scalar {
  /// Normalises each `size` neighbouring elements, with a w and b for each of them.
  mutating func layerNorm(_ x: Value, size: Int, _ affine: Affine, epsilon: Double) -> Value {
    GroupedNorm(x, size: size, affine: affine, span: 1, count: size, epsilon: epsilon, &self).y
  }
}
