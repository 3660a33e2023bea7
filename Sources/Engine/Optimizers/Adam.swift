/// Steps of the gradient's running mean over the root of its running square.
///
/// m ← m + (1 − β₁)(g − m); v ← β₂ v + (1 − β₂) g²; θ ← θ − γ/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε).
/// With AMSGrad the largest v so far takes the place of v.
struct Adam: OptimizerKind {
  static let info = Info(
    "Adam",
    [
      .lr, .betas, .eps(1e-8), .weightDecay(),
      .flag("amsgrad", default: false, "never let a denominator shrink"),
      .maximize, .decoupledWeightDecay,
    ],
    summary: "Scales each weight's step by the running size of its gradient.",
    formula: #"\theta_t = \theta_{t-1} - \gamma \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}"#,
    source: "Kingma and Ba, Adam: a method for stochastic optimization, 2015; Reddi et al. (AMSGrad), 2018",
    example: "lr: 0.001")

  let base: Rate
  let beta2: Double
  let eps: Double
  let weightDecay: Double
  let amsgrad: Bool
  let maximize: Bool
  let decoupled: Bool

  init(_ arguments: inout Arguments) {
    self.init(&arguments) { $0.next() }
  }

  /// An Adam whose last argument, or what stands for it, is `decoupled`.
  init(_ arguments: inout Arguments, decoupled: (inout Arguments) -> Bool) {
    let lr: Double = arguments.next()
    let betas: [Double] = arguments.next()
    base = Rate(lr: lr, momentum: betas[0])
    beta2 = betas[1]
    eps = arguments.next()
    weightDecay = arguments.next()
    amsgrad = arguments.next()
    maximize = arguments.next()
    self.decoupled = decoupled(&arguments)
  }

  func slots(cyclingMomentum: Bool) -> Int { amsgrad ? 3 : 2 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: decoupled ? 0 : weightDecay, maximize: maximize)
    let keep = S(decoupled ? 1 - rate.lr * weightDecay : 1)
    let beta1 = rate.momentum ?? 0
    let (w1, b2, w2) = (S(1 - beta1), S(beta2), S(1 - beta2))
    let size = S(rate.lr / (1 - Double.pow(beta1, Double(step))))
    let root = S((1 - Double.pow(beta2, Double(step))).squareRoot())
    let eps = S(eps)
    let (values, mean, square, peak) = (tensor.values, tensor.slot(0), tensor.slot(1), tensor.slot(2))
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let m = lerp(mean[i], g, w1)
      var v = square[i] * b2 + g * w2 * g
      mean[i] = m
      square[i] = v
      if amsgrad {
        v = .greater(peak[i], v)
        peak[i] = v
      }
      values[i] = values[i] * keep - m * size / (S.sqrt(v) / root + eps)
    }
  }
}
