/// A layer of a transformer's encoder: self-attention, then two linear layers for each
/// step, both around a residual path.
///
/// x ← norm(x + attention(x)), x ← norm(x + W₂ f(W₁ x + b₁) + b₂); with `norm_first` the norms come before
/// the two parts. Without `batch_first`, PyTorch's default, the first axis is time and the second the batch.
struct TransformerEncoderLayer: LayerKind {
  static let info = Info(
    "TransformerEncoderLayer",
    [
      .optionalInteger("d_model", "features per step; the shape before it settles them"),
      .integer("nhead", "heads; they divide the features"),
      .integer("dim_feedforward", default: 2048, "features between the two linear layers"),
      .real("dropout", in: .unit, default: 0.1, "share that is dropped while training"),
      .choice("activation", ["relu", "gelu"], default: 0, "what stands between the two linear layers"),
      .real("layer_norm_eps", in: .nonnegative, default: 1e-5, "keeps the norms' division from 0"),
      .flag("batch_first", default: false, "the batch is the first axis, time the second"),
      .flag("norm_first", default: false, "normalise before each part, not behind it"),
      .flag("bias", default: true, "add trained constants"),
      .flag("is_causal", default: false, "no step sees those behind it"),
    ],
    summary: "Self-attention and a small network for each step, each added to what came in.",
    formula: #"x \leftarrow \mathrm{norm}(x + \mathrm{attention}(x))"#,
    source: "Vaswani et al., Attention is all you need, 2017",
    example: "nhead: 4")

  let features: Int?
  let attention: MultiheadAttention
  let hidden: Int
  let dropout: Double
  let usesGELU: Bool
  let epsilon: Double
  let normFirst: Bool
  let bias: Bool

  init(_ arguments: inout Arguments) {
    features = arguments.next()
    let heads: Int = arguments.next()
    hidden = arguments.next()
    dropout = arguments.next()
    let activation: Int = arguments.next()
    usesGELU = activation == 1
    epsilon = arguments.next()
    let batchFirst: Bool = arguments.next()
    normFirst = arguments.next()
    bias = arguments.next()
    attention = MultiheadAttention(
      heads: heads, dropout: dropout, bias: bias, batchFirst: batchFirst, isCausal: arguments.next())
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...2, "[batch, steps, features]")
    let features = x.shape[1]
    try Self.agree("d_model", self.features, features)
    guard features % attention.heads == 0 else {
      throw Self.invalid(parameter: 1, "it must divide the features")
    }
    let weights = Weights(features: features, self, &builder)
    let middle = try part(x, weights.firstNorm, &builder) { x, builder in
      attention.attend(x, weights.attention, &builder, averages: false).y
    }
    return try part(middle, weights.secondNorm, &builder) { x, builder in
      let inner = builder.linear(x, weights.first, outputs: hidden)
      let active = usesGELU ? GELU(usesTanh: false).build(inner, &builder) : ReLU().build(inner, &builder)
      let kept = builder.dropout(active, p: dropout, shared: 1)
      return builder.linear(kept, weights.second, outputs: features)
    }
  }

  /// x + body(x) with dropout behind the body, and the norm before it or behind it all.
  private func part<S: Scalar>(
    _ x: Value, _ norm: Affine, _ builder: inout Builder<S>,
    _ body: (Value, inout Builder<S>) -> Value
  ) throws(EngineError) -> Value {
    let size = x.shape[1]
    let sum = try builder.residual(x) { (x: Value, builder: inout Builder<S>) throws(EngineError) in
      let start = normFirst ? builder.layerNorm(x, size: size, norm, epsilon: epsilon) : x
      return builder.dropout(body(start, &builder), p: dropout, shared: 1)
    }
    return normFirst ? sum : builder.layerNorm(sum, size: size, norm, epsilon: epsilon)
  }

  /// The layer's weights, in PyTorch's order.
  private struct Weights {
    let attention: MultiheadAttention.Projections
    let first: Affine
    let second: Affine
    let firstNorm: Affine
    let secondNorm: Affine

    init<S: Scalar>(features: Int, _ layer: TransformerEncoderLayer, _ builder: inout Builder<S>) {
      attention = layer.attention.projections(
        features, &builder,
        names: .init(
          input: .init(weight: "self_attn.in_proj_weight", bias: "self_attn.in_proj_bias"),
          output: .init(weight: "self_attn.out_proj.weight", bias: "self_attn.out_proj.bias")))
      first = builder.drawnAffine(
        Shape(layer.hidden, features), bias: layer.bias,
        names: .init(weight: "linear1.weight", bias: "linear1.bias"))
      second = builder.drawnAffine(
        Shape(features, layer.hidden), bias: layer.bias,
        names: .init(weight: "linear2.weight", bias: "linear2.bias"))
      firstNorm = builder.unitAffine(
        Shape(features), bias: layer.bias, names: .init(weight: "norm1.weight", bias: "norm1.bias"))
      secondNorm = builder.unitAffine(
        Shape(features), bias: layer.bias, names: .init(weight: "norm2.weight", bias: "norm2.bias"))
    }
  }
}
