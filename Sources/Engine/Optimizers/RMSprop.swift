/// Divides the gradient by the root of its running square.
///
/// v ← α v + (1 − α) g²; θ ← θ − γ g / (√v + ε). Centred, the square of the running mean is taken off v under
/// the root; with momentum, b ← μ b + g / (√v + ε) and θ ← θ − γ b.
struct RMSprop: OptimizerKind {
  static let info = Info(
    "RMSprop",
    [
      .lr,
      .real("alpha", in: .unit, default: 0.99, "share of the running square that is kept"),
      .eps(1e-8), .weightDecay(),
      .real("momentum", in: .nonnegative, default: 0, "share of the last step that is kept"),
      .flag("centered", default: false, "divide by the gradient's deviation instead of its size"),
      .maximize,
    ],
    summary: "Divides the gradient by the root of its running square.",
    formula: #"\theta_t = \theta_{t-1} - \gamma \frac{g_t}{\sqrt{v_t} + \epsilon}"#,
    source: "Hinton, Neural networks for machine learning, lecture 6e, 2012; centred: Graves, 2013",
    example: "lr: 0.01")

  let base: Rate
  let alpha: Double
  let eps: Double
  let weightDecay: Double
  let centered: Bool
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    let lr: Double = arguments.next()
    alpha = arguments.next()
    eps = arguments.next()
    weightDecay = arguments.next()
    base = Rate(lr: lr, momentum: arguments.next())
    centered = arguments.next()
    maximize = arguments.next()
  }

  func slots(cyclingMomentum: Bool) -> Int {
    1 + (centered ? 1 : 0) + (base.momentum == 0 && !cyclingMomentum ? 0 : 1)
  }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let (lr, mu, a, w, eps) = (S(rate.lr), S(rate.momentum ?? 0), S(alpha), S(1 - alpha), S(eps))
    let (values, square, mean) = (tensor.values, tensor.slot(0), tensor.slot(1))
    let buffer = tensor.slot(centered ? 2 : 1)
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      var v = square[i] * a + g * w * g
      square[i] = v
      if centered {
        let m = lerp(mean[i], g, w)
        mean[i] = m
        v -= m * m
      }
      let denominator = S.sqrt(v) + eps
      if mu == 0 {
        values[i] -= g * lr / denominator
      } else {
        let b = buffer[i] * mu + g / denominator
        buffer[i] = b
        values[i] -= b * lr
      }
    }
  }
}
