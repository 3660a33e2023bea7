/// Stochastic gradient descent with momentum.
///
/// g ← g + λ θ; b ← μ b + (1 − τ) g; θ ← θ − γ b, or with Nesterov θ ← θ − γ (g + μ b). The first b is g
/// itself. Robbins and Monro, 1951; Polyak, 1964; Nesterov's form after Sutskever et al., 2013.
struct SGD: OptimizerKind {
  static let info = Info(
    "SGD",
    [
      .lr,
      .real("momentum", in: .nonnegative, default: 0, "share of the last step that is kept"),
      .real("dampening", default: 0, "share of the gradient that the momentum leaves out"),
      .weightDecay(),
      .flag("nesterov", default: false, "look ahead along the momentum"),
      .maximize,
    ],
    summary: "Steps against the gradient, with momentum if asked.",
    formula: #"\theta_t = \theta_{t-1} - \gamma (\mu b_{t-1} + g_t)"#,
    source: "Sutskever et al., On the importance of initialization and momentum in deep learning, 2013",
    example: "lr: 0.1, momentum: 0.9")

  let base: Rate
  let dampening: Double
  let weightDecay: Double
  let nesterov: Bool
  let maximize: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    base = Rate(lr: arguments.next(), momentum: arguments.next())
    dampening = arguments.next()
    weightDecay = arguments.next()
    nesterov = arguments.next()
    maximize = arguments.next()
    if nesterov && (base.momentum == 0 || dampening != 0) {
      throw Self.invalid(parameter: 4, "Nesterov needs a momentum above 0 and no dampening")
    }
  }

  func slots(cyclingMomentum: Bool) -> Int { base.momentum == 0 && !cyclingMomentum ? 0 : 1 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let values = tensor.values
    let lr = S(rate.lr)
    let mu = S(rate.momentum ?? 0)
    if mu == 0 {
      Eight.forEach(of: tensor.count) { values[$0] -= slope[$0] * lr }
      return
    }
    let share: S = step == 1 ? 1 : S(1 - dampening)
    let buffer = tensor.slot(0)
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let b = buffer[i] * mu + g * share
      buffer[i] = b
      values[i] -= (nesterov ? g + b * mu : b) * lr
    }
  }
}
