/// Divides the gradient by the root of the sum of its squares so far.
///
/// s ← s + g²; θ ← θ − γ / (1 + (t − 1) η) · g / (√s + ε).
struct Adagrad: OptimizerKind {
  static let info = Info(
    "Adagrad",
    [
      .lr,
      .real("lr_decay", in: .nonnegative, default: 0, "how fast the rate falls"),
      .weightDecay(),
      .real("initial_accumulator_value", in: .nonnegative, default: 0, "what the sum of squares begins with"),
      .eps(1e-10), .maximize,
    ],
    summary: "Divides the gradient by the root of the sum of its squares so far.",
    formula:
      #"\theta_t = \theta_{t-1} - \frac{\gamma}{1 + (t-1)\eta} \frac{g_t}{\sqrt{\sum_i g_i^2} + \epsilon}"#,
    source: "Duchi et al., Adaptive subgradient methods, 2011",
    example: "lr: 0.01")

  let base: Rate
  let lrDecay: Double
  let weightDecay: Double
  let initial: Double
  let eps: Double
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    base = Rate(lr: arguments.next())
    lrDecay = arguments.next()
    weightDecay = arguments.next()
    initial = arguments.next()
    eps = arguments.next()
    maximize = arguments.next()
  }

  func slots(cyclingMomentum: Bool) -> Int { 1 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: weightDecay, maximize: maximize)
    let size = S(rate.lr / (1 + Double(step - 1) * lrDecay))
    let eps = S(eps)
    let (values, sum) = (tensor.values, tensor.slot(0))
    if step == 1 { sum.update(repeating: S(initial), count: tensor.count) }
    Eight.forEach(of: tensor.count) { i in
      let g = slope[i]
      let s = sum[i] + g * g
      sum[i] = s
      values[i] -= g * size / (S.sqrt(s) + eps)
    }
  }
}
