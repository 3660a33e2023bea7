/// Momentum whose steps are made orthogonal: every direction of a matrix is moved by as much.
///
/// b ← b + (1 − μ)(g − b); u = b, or with Nesterov g + μ (b − g); X = u / ‖u‖; five times X ← a X + (b G + c
/// G²) X with G = X Xᵀ; θ ← (1 − γ λ) θ − γ √max(1, rows/columns) X. The iteration runs in bfloat16: every
/// product is summed in Float and rounded. Throws unless every tensor is a matrix.
struct Muon: OptimizerKind {
  static let info = Info(
    "Muon",
    [
      .lr, .weightDecay(0.1, "shrinks the weights by this times the rate"),
      .real("momentum", in: .unit, default: 0.95, "share of the running mean that is kept"),
      .flag("nesterov", default: true, "look ahead along the momentum"),
      .reals("ns_coefficients", count: 3...3, default: [3.4445, -4.775, 2.0315], "of the iteration"),
      .real("eps", in: .nonnegative, default: 1e-7, "smallest norm that is divided by"),
      .integer("ns_steps", in: 0...99, default: 5, "iterations"),
      .optionalChoice(
        "adjust_lr_fn", ["original", "match_rms_adamw"], "how the rate follows from the shape; original"),
    ],
    summary: "Momentum with steps that move every direction of a matrix by as much.",
    formula: #"X \leftarrow a X + (b X X^\top + c (X X^\top)^2) X"#,
    source: "Jordan et al., Muon: an optimizer for hidden layers in neural networks, 2024",
    example: "lr: 0.001")

  let base: Rate
  let weightDecay: Double
  let nesterov: Bool
  let orthogonalization: Orthogonalization
  let matchesAdamW: Bool

  init(_ arguments: inout Arguments) {
    let lr: Double = arguments.next()
    weightDecay = arguments.next()
    base = Rate(lr: lr, momentum: arguments.next())
    nesterov = arguments.next()
    let coefficients: [Double] = arguments.next()
    orthogonalization = Orthogonalization(
      a: Float(coefficients[0]), b: Float(coefficients[1]), c: Float(coefficients[2]),
      eps: Float(arguments.next() as Double), steps: arguments.next())
    matchesAdamW = (arguments.next() as Int?) == 1
  }

  static var isElementwise: Bool { false }

  func slots(cyclingMomentum: Bool) -> Int { 1 + Orthogonalization.buffers }

  func check(_ shape: Shape) throws(EngineError) {
    if shape.rank != 2 {
      throw EngineError(.rankMismatch(component: "Muon", expected: "weights that are matrices", found: shape))
    }
  }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let (values, gradient, mean, update) = (tensor.values, tensor.gradient, tensor.slot(0), tensor.slot(1))
    let mu = rate.momentum ?? 0
    for i in 0..<tensor.count {
      mean[i] = lerp(mean[i], gradient[i], S(1 - mu))
      update[i] = nesterov ? lerp(gradient[i], mean[i], S(mu)) : mean[i]
    }
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    orthogonalization.apply(update, rows: rows, columns: columns, stride: tensor.count)
    let ratio =
      matchesAdamW
      ? 0.2 * Double(max(rows, columns)).squareRoot() : max(1, Double(rows) / Double(columns)).squareRoot()
    let (keep, lr) = (S(1 - rate.lr * weightDecay), S(rate.lr * ratio))
    for i in 0..<tensor.count { values[i] = values[i] * keep - lr * update[i] }
  }
}
