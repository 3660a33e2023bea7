/// Adam with the largest recent gradient in the place of the root of the running square.
///
/// m ← m + (1 − β₁)(g − m); u ← max(β₂ u, |g| + ε); θ ← θ − γ/(1 − β₁ᵗ) · m / u.
struct Adamax: OptimizerKind {
  static let info = Info(
    "Adamax", [.lr, .betas, .eps(1e-8), .weightDecay(), .maximize],
    summary: "Adam with the largest recent gradient as the measure of size.",
    formula: #"\theta_t = \theta_{t-1} - \frac{\gamma}{1 - \beta_1^t} \frac{m_t}{u_t}"#,
    source: "Kingma and Ba, Adam: a method for stochastic optimization, 2015",
    example: "lr: 0.002")

  let base: Rate
  let beta2: Double
  let eps: Double
  let weightDecay: Double
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    let lr: Double = arguments.next()
    let betas: [Double] = arguments.next()
    base = Rate(lr: lr, momentum: betas[0])
    beta2 = betas[1]
    eps = arguments.next()
    weightDecay = arguments.next()
    maximize = arguments.next()
  }

  func slots(cyclingMomentum: Bool) -> Int { 2 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let beta1 = rate.momentum ?? 0
    let size = S(rate.lr / (1 - Double.pow(beta1, Double(step))))
    let (w1, b2, eps) = (S(1 - beta1), S(beta2), S(eps))
    let (values, mean, largest) = (tensor.values, tensor.slot(0), tensor.slot(1))
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let m = lerp(mean[i], g, w1)
      let u = SIMD8.greater(largest[i] * b2, .greater(g, -g) + eps)
      mean[i] = m
      largest[i] = u
      values[i] -= m * size / u
    }
  }
}
