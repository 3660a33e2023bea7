/// Lets the rate swing between `base_lr` and `max_lr` along straight lines, and the momentum against it.
///
/// η(t) = base + (max − base) · s · k: s rises from 0 to 1 in step_size_up steps and falls in
/// step_size_down; k is 1, halves with every cycle (`triangular2`), or is γᵗ (`exp_range`). The momentum
/// is max − (max − base) · s · k.
struct CyclicLR: SchedulerKind {
  static let info = Info(
    "CyclicLR",
    [
      .real("base_lr", in: .nonnegative, "lowest rate"),
      .real("max_lr", in: .nonnegative, "highest rate"),
      .integer("step_size_up", default: 2000, "steps from the lowest rate to the highest"),
      .optionalInteger("step_size_down", in: 0...Parameter.countLimit, "steps back down; as many as up"),
      .choice("mode", ["triangular", "triangular2", "exp_range"], default: 0, "how the swings shrink"),
      .real("gamma", in: .nonnegative, default: 1, "factor per step of exp_range"),
      .flag("cycle_momentum", default: true, "swing the momentum too, low where the rate is high"),
      .real("base_momentum", in: .unit, default: 0.8, "lowest momentum"),
      .real("max_momentum", in: .unit, default: 0.9, "highest momentum"),
    ],
    summary: "Lets the rate swing between two bounds along straight lines.",
    formula: #"\eta_t = \eta_{base} + (\eta_{\max} - \eta_{base}) \, s_t \, k_t"#,
    source: "Smith, Cyclical learning rates for training neural networks, 2017",
    example: "base_lr: 0.01, max_lr: 0.1, step_size_up: 10")

  let low: Double
  let high: Double
  let total: Double
  let ratio: Double
  let mode: Int
  let gamma: Double
  let cyclesMomentum: Bool
  let lowMomentum: Double
  let highMomentum: Double

  init(_ arguments: inout Arguments) {
    low = arguments.next()
    high = arguments.next()
    let up: Int = arguments.next()
    let down: Int? = arguments.next()
    total = Double(up) + Double(down ?? up)
    ratio = Double(up) / total
    mode = arguments.next()
    gamma = arguments.next()
    cyclesMomentum = arguments.next()
    lowMomentum = arguments.next()
    highMomentum = arguments.next()
  }

  func begin(_ state: inout SchedulerState) throws(EngineError) {
    if cyclesMomentum && state.rate.momentum == nil {
      throw Self.invalid(parameter: 6, "the optimizer has no momentum to cycle")
    }
    if state.step == -1 { state.rate.lr = low }
    state.base = state.initial ?? state.rate.lr
    state.initial = state.base
    try advance(&state, metric: nil, initial: true)
    state.base = low
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    let (swing, shrink) = factors(state.step)
    state.rate.lr = state.base + (high - state.base) * swing * shrink
    if cyclesMomentum {
      state.rate.momentum = highMomentum - (highMomentum - lowMomentum) * swing * shrink
    }
  }

  /// How far the swing is at `step`, from 0 to 1, and how much its cycle has shrunk.
  private func factors(_ step: Int) -> (swing: Double, shrink: Double) {
    let time = Double(step) / total
    let cycle = (1 + time).rounded(.down)
    let x = 1 + time - cycle
    let swing = x <= ratio ? x / ratio : (x - 1) / (ratio - 1)
    return switch mode {
    case 0: (swing, 1.0)
    case 1: (swing, 1 / Double.pow(2, cycle - 1))
    default: (swing, Double.pow(gamma, Double(step)))
    }
  }

  func terms(_ advance: Advance) -> [Term] {
    let (swing, shrink) = factors(advance.t)
    return [
      Term("t", advance.t), Term("s_t", swing), Term("k_t", shrink),
      Term(#"\eta_{\max} - \eta_{base}"#, high - low), Term(#"\eta_{base}"#, low),
      Term(#"\eta_t"#, advance.rate),
    ]
  }
}
