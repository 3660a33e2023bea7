/// Steps against the gradient's sign alone; each weight's step grows while the sign
/// stays and shrinks when it turns.
///
/// A step that turned back is not taken. Made for full batches. The rate is only the first step's size.
struct Rprop: OptimizerKind {
  static let info = Info(
    "Rprop",
    [
      .lr,
      .reals(
        "etas", in: .positive, count: 2...2, default: [0.5, 1.2], "factors of a step that turned, and went on"
      ),
      .reals("step_sizes", in: .nonnegative, count: 2...2, default: [1e-6, 50], "smallest and largest step"),
      .maximize,
    ],
    summary: "Steps by the gradient's sign, longer while it stays the same.",
    formula: #"\theta_t = \theta_{t-1} - \eta_t \operatorname{sign}(g_t)"#,
    source: "Riedmiller and Braun, A direct adaptive method for faster backpropagation learning, 1993",
    example: "lr: 0.01")

  let base: Rate
  let etas: [Double]
  let sizes: [Double]
  let maximize: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    base = Rate(lr: arguments.next())
    etas = arguments.next()
    sizes = arguments.next()
    maximize = arguments.next()
    if etas[0] >= 1 || etas[1] <= 1 {
      throw Self.invalid(parameter: 1, "the first is below 1, the second above")
    }
  }

  func slots(cyclingMomentum: Bool) -> Int { 2 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: 0, maximize: maximize)
    let (shrink, grow, smallest, largest) = (S(etas[0]), S(etas[1]), S(sizes[0]), S(sizes[1]))
    let (values, previous, size) = (tensor.values, tensor.slot(0), tensor.slot(1))
    if step == 1 { size.update(repeating: S(rate.lr), count: tensor.count) }
    for i in 0..<tensor.count {
      var g = slope[i]
      let turn = g * previous[i]
      size[i] = min(max(size[i] * (turn > 0 ? grow : turn < 0 ? shrink : 1), smallest), largest)
      if turn < 0 { g = 0 }
      values[i] -= (g > 0 ? 1 : g < 0 ? -1 : 0) * size[i]
      previous[i] = g
    }
  }
}
