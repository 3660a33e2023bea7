/// Steps of the size of past steps over the size of past gradients: no rate needs choosing.
///
/// v ← ρ v + (1 − ρ) g²; Δ = √(u + ε) / √(v + ε) · g; u ← ρ u + (1 − ρ) Δ²; θ ← θ − γ Δ.
struct Adadelta: OptimizerKind {
  static let info = Info(
    "Adadelta",
    [
      .lr, .real("rho", in: .unit, default: 0.9, "share of the running squares that is kept"),
      .eps(1e-6), .weightDecay(), .maximize,
    ],
    summary: "Steps of the size of past steps over the size of past gradients.",
    formula: #"\Delta_t = \frac{\sqrt{u_{t-1} + \epsilon}}{\sqrt{v_t + \epsilon}} g_t"#,
    source: "Zeiler, ADADELTA: an adaptive learning rate method, 2012",
    example: "lr: 1.0")

  let base: Rate
  let rho: Double
  let eps: Double
  let weightDecay: Double
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    base = Rate(lr: arguments.next())
    rho = arguments.next()
    eps = arguments.next()
    weightDecay = arguments.next()
    maximize = arguments.next()
  }

  func slots(cyclingMomentum: Bool) -> Int { 2 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let (lr, keep, gain, eps) = (S(rate.lr), S(rho), S(1 - rho), S(eps))
    let (values, square, moved) = (tensor.values, tensor.slot(0), tensor.slot(1))
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let v = square[i] * keep + g * gain * g
      square[i] = v
      let delta = S.sqrt(moved[i] + eps) / S.sqrt(v + eps) * g
      moved[i] = moved[i] * keep + delta * gain * delta
      values[i] -= delta * lr
    }
  }
}
