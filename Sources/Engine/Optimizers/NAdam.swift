/// Adam that looks ahead along the running mean, as Nesterov's momentum does.
///
/// μₜ = β₁ (1 − 0.96^(t ψ) / 2); m and v as Adam's; θ ← θ − γ [(1 − μₜ) g / (1 − Πμ) + μₜ₊₁ m / (1 − μₜ₊₁
/// Πμ)] / (√(v / (1 − β₂ᵗ)) + ε), with Πμ the product of μ₁ to μₜ, kept in the tensor's type.
struct NAdam: OptimizerKind {
  static let info = Info(
    "NAdam",
    [
      .lr, .betas, .eps(1e-8), .weightDecay(),
      .real(
        "momentum_decay", in: .nonnegative, default: 4e-3, "how fast the momentum grows to its full size"),
      .decoupledWeightDecay, .maximize,
    ],
    summary: "Adam that looks ahead along the running mean.",
    formula: #"\mu_t = \beta_1 \left(1 - \tfrac{1}{2} 0.96^{t \psi}\right)"#,
    source: "Dozat, Incorporating Nesterov momentum into Adam, 2016",
    example: "lr: 0.002")

  let base: Rate
  let beta2: Double
  let eps: Double
  let weightDecay: Double
  let momentumDecay: Double
  let decoupled: Bool
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    let lr: Double = arguments.next()
    let betas: [Double] = arguments.next()
    base = Rate(lr: lr, momentum: betas[0])
    beta2 = betas[1]
    eps = arguments.next()
    weightDecay = arguments.next()
    momentumDecay = arguments.next()
    decoupled = arguments.next()
    maximize = arguments.next()
  }

  static var isElementwise: Bool { false }

  func slots(cyclingMomentum: Bool) -> Int { 3 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: decoupled ? 0 : weightDecay, maximize: maximize)
    let keep = S(decoupled ? 1 - rate.lr * weightDecay : 1)
    let beta1 = rate.momentum ?? 0
    let (mu, next) = (momentum(beta1, step), momentum(beta1, step + 1))
    let product = tensor.slot(2)
    product[0] = (step == 1 ? 1 : product[0]) * S(mu)
    let share = S(rate.lr * (1 - mu) / (1 - product[0].double))
    let ahead = S(rate.lr * next / (1 - product[0].double * next))
    let (w1, b2, w2) = (S(1 - beta1), S(beta2), S(1 - beta2))
    let (correction, eps) = (S(1 - Double.pow(beta2, Double(step))), S(eps))
    let (values, mean, square) = (tensor.values, tensor.slot(0), tensor.slot(1))
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let m = lerp(mean[i], g, w1)
      let v = square[i] * b2 + g * w2 * g
      mean[i] = m
      square[i] = v
      let denominator = S.sqrt(v / correction) + eps
      values[i] = values[i] * keep - g * share / denominator - m * ahead / denominator
    }
  }

  /// The momentum of `step`.
  private func momentum(_ beta1: Double, _ step: Int) -> Double {
    beta1 * (1 - 0.5 * Double.pow(0.96, Double(step) * momentumDecay))
  }
}
