/// Adam that does not divide by the running square before that has settled, and damps it until then.
///
/// ρ∞ = 2/(1 − β₂) − 1; ρₜ = ρ∞ − 2 t β₂ᵗ/(1 − β₂ᵗ); θ ← θ − γ m̂ r √(1 − β₂ᵗ)/(√v + ε) where ρₜ > 5, with
/// r² = (ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ), else θ ← θ − γ m̂.
struct RAdam: OptimizerKind {
  static let info = Info(
    "RAdam", [.lr, .betas, .eps(1e-8), .weightDecay(), .decoupledWeightDecay, .maximize],
    summary: "Adam with a warmup of its own: it waits for the running square to settle.",
    formula:
      #"r_t = \sqrt{\frac{(\rho_t - 4)(\rho_t - 2)\rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2)\rho_t}}"#,
    source: "Liu et al., On the variance of the adaptive learning rate and beyond, 2020",
    example: "lr: 0.001")

  let base: Rate
  let beta2: Double
  let eps: Double
  let weightDecay: Double
  let decoupled: Bool
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    let lr: Double = arguments.next()
    let betas: [Double] = arguments.next()
    base = Rate(lr: lr, momentum: betas[0])
    beta2 = betas[1]
    eps = arguments.next()
    weightDecay = arguments.next()
    decoupled = arguments.next()
    maximize = arguments.next()
  }

  func slots(cyclingMomentum: Bool) -> Int { 2 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: decoupled ? 0 : weightDecay, maximize: maximize)
    let keep = S(decoupled ? 1 - rate.lr * weightDecay : 1)
    let beta1 = rate.momentum ?? 0
    let correction = 1 - Double.pow(beta2, Double(step))
    let rectifier = rectifier(step, correction)
    let (root, rectified) = (S(correction.squareRoot()), rectifier.map { S($0) })
    let (lr, bias) = (S(rate.lr), S(1 - Double.pow(beta1, Double(step))))
    let (w1, b2, w2, eps) = (S(1 - beta1), S(beta2), S(1 - beta2), S(eps))
    let (values, mean, square) = (tensor.values, tensor.slot(0), tensor.slot(1))
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let m = lerp(mean[i], g, w1)
      let v = square[i] * b2 + g * w2 * g
      mean[i] = m
      square[i] = v
      var delta = m / bias * lr
      if let rectified { delta = delta * (root / (S.sqrt(v) + eps)) * rectified }
      values[i] = values[i] * keep - delta
    }
  }

  /// r of `step`; nil while the running square has not settled.
  private func rectifier(_ step: Int, _ correction: Double) -> Double? {
    let limit = 2 / (1 - beta2) - 1
    let rho = limit - 2 * Double(step) * Double.pow(beta2, Double(step)) / correction
    if rho <= 5 { return nil }
    return ((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)).squareRoot()
  }
}
