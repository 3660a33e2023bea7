/// Gradient descent whose rate falls by a power of the step.
///
/// θ ← (1 − λ η) θ − η g; then η ← γ / (1 + λ γ t)^α, so that a step trains with the rate left
/// by the one before, kept in the tensor's type. The average of the weights that gives it its
/// name does not act on training.
struct ASGD: OptimizerKind {
  static let info = Info(
    "ASGD",
    [
      .lr,
      .real("lambd", in: .nonnegative, default: 1e-4, "how fast the rate falls, and the weights shrink"),
      .real("alpha", in: .nonnegative, default: 0.75, "power by which the rate falls"),
      .real("t0", in: .nonnegative, default: 1e6, "step from which weights are averaged, beside training"),
      .weightDecay(), .maximize,
    ],
    summary: "Gradient descent whose rate falls by a power of the step.",
    formula: #"\eta_t = \frac{\gamma}{(1 + \lambda \gamma t)^\alpha}"#,
    source: "Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992",
    example: "lr: 0.01")

  let base: Rate
  let lambda: Double
  let alpha: Double
  let weightDecay: Double
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    base = Rate(lr: arguments.next())
    lambda = arguments.next()
    alpha = arguments.next()
    _ = arguments.next() as Double
    weightDecay = arguments.next()
    maximize = arguments.next()
  }

  static var isElementwise: Bool { false }

  func slots(cyclingMomentum: Bool) -> Int { 1 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let (values, kept) = (tensor.values, tensor.slot(0))
    let eta = step == 1 ? S(rate.lr) : kept[0]
    let keep = S(1 - lambda * eta.double)
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      values[i] = values[i] * keep - g * eta
    }
    kept[0] = S(rate.lr / Double.pow(1 + lambda * rate.lr * Double(step), alpha))
  }
}
