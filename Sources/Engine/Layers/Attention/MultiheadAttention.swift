/// Self-attention in several heads: every step of `[batch, steps, embed_dim]` gathers
/// from all steps what it asks for.
///
/// y = concat(softmax(q kᵀ / √d) v) Wₒᵀ + bₒ, with q, k, v = x Wᵀ + b in `num_heads` heads of d features
/// each. Without `batch_first`, PyTorch's default, the first axis is time and the second the batch.
struct MultiheadAttention: LayerKind {
  static let info = Info(
    "MultiheadAttention",
    [
      .optionalInteger("embed_dim", "features per step; the shape before it settles them"),
      .integer("num_heads", "heads; they divide the features"),
      .real("dropout", in: .unit, default: 0, "share of the attention that is dropped while training"),
      .flag("bias", default: true, "add trained constants"),
      .flag("batch_first", default: false, "the batch is the first axis, time the second"),
      .flag("is_causal", default: false, "no step sees those behind it"),
    ],
    summary: "Lets every step of a sequence gather from the others what it asks for.",
    formula: #"y = \mathrm{softmax}\left(\frac{q k^\top}{\sqrt{d}}\right) v"#,
    source: "Vaswani et al., Attention is all you need, 2017",
    example: "num_heads: 4")

  let features: Int?
  let heads: Int
  let dropout: Double
  let bias: Bool
  let batchFirst: Bool
  let isCausal: Bool

  init(_ arguments: inout Arguments) {
    features = arguments.next()
    heads = arguments.next()
    dropout = arguments.next()
    bias = arguments.next()
    batchFirst = arguments.next()
    isCausal = arguments.next()
  }

  init(heads: Int, dropout: Double, bias: Bool, batchFirst: Bool, isCausal: Bool) {
    features = nil
    self.heads = heads
    self.dropout = dropout
    self.bias = bias
    self.batchFirst = batchFirst
    self.isCausal = isCausal
  }

  /// What PyTorch calls the four weights.
  struct Names {
    var input = Affine.Names(weight: "in_proj_weight", bias: "in_proj_bias")
    var output = Affine.Names(weight: "out_proj.weight", bias: "out_proj.bias")
  }

  /// The weights of q, k and v above one another, and those of the answer.
  struct Projections {
    let input: Affine
    let output: Affine
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    try Self.rank(x.shape, 2...2, "[batch, steps, features]")
    try Self.agree("embed_dim", features, x.shape[1])
    guard x.shape[1] % heads == 0 else { throw Self.invalid(parameter: 1, "it must divide the features") }
    let projections = projections(x.shape[1], &builder)
    return attend(x, projections, &builder, averages: false).y
  }

  /// Draws the weights as PyTorch does: the answer's as those of a linear layer,
  /// then the others after Glorot; biases 0.
  func projections<S: Scalar>(
    _ features: Int, _ builder: inout Builder<S>, names: Names = .init()
  ) -> Projections {
    let input = Affine(
      weight: builder.weight(names.input.weight, Shape(3 * features, features)),
      bias: bias ? builder.weight(names.input.bias, Shape(3 * features)) : nil)
    let output = builder.drawnAffine(Shape(features, features), bias: bias, names: names.output)
    if let weight = input.weight, weight.shape.rank == 2 {
      builder.redraw(weight) { xavierUniform($0, fan: Fan([3 * features, features]), from: &$1) }
    }
    if let drawn = output.bias { builder.redraw(drawn) { values, _ in values.update(repeating: 0) } }
    return Projections(input: input, output: output)
  }

  /// Lays the self-attention of `x` out, whose answer PyTorch holds with time outermost whatever axis comes
  /// first; the second result is the attention itself, where `averages` asks for it.
  func attend<S: Scalar>(
    _ x: Value, _ projections: Projections, _ builder: inout Builder<S>, averages: Bool
  ) -> (y: Value, average: Value?) {
    let features = x.shape[1]
    let axes = SequenceAxes(batchFirst: batchFirst, second: x.shape[0])
    let all = builder.linear(x, projections.input, outputs: 3 * features)
    let parts = (0..<3).map { AttentionPass<S>.Part(value: all, column: $0 * features, axes: axes) }
    var (y, average) = attend(parts, features, projections, &builder, averages: averages)
    if batchFirst { y.parts = x.shape[0] }
    return (y, average)
  }

  /// Lays attention out over a query, a key and a value that are projected already.
  func attend<S: Scalar>(
    _ parts: [AttentionPass<S>.Part], _ features: Int, _ projections: Projections,
    _ builder: inout Builder<S>, averages: Bool
  ) -> (y: Value, average: Value?) {
    let pass = AttentionPass(
      query: parts[0], key: parts[1], value: parts[2], heads: heads, features: features, isCausal: isCausal,
      dropout: dropout, averages: averages, &builder)
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
    return (builder.linear(pass.y, projections.output, outputs: features), pass.average)
  }
}
