/// Raises the rate to `max_lr` and lowers it far below where it began, once,
/// with the momentum going the other way.
///
/// From max_lr / div_factor up to max_lr in the first pct_start · total_steps steps, then down to the
/// first rate divided by final_div_factor; with three phases first down to where it began. Along half
/// cosines or lines. Beside other cycles in one schedule it keeps its own bounds, where PyTorch takes
/// those of whichever came last. Throws after `total_steps` steps, and where neither `total_steps` nor
/// both of the others are given.
struct OneCycleLR: SchedulerKind {
  static let info = Info(
    "OneCycleLR",
    [
      .real("max_lr", in: .nonnegative, "highest rate"),
      .optionalInteger("total_steps", "steps of the cycle; epochs · steps_per_epoch"),
      .optionalInteger("epochs", "epochs of the cycle"),
      .optionalInteger("steps_per_epoch", "steps in each epoch"),
      .real("pct_start", in: .unit, default: 0.3, "share of the cycle in which the rate rises"),
      .choice("anneal_strategy", ["cos", "linear"], default: 0, "shape of the rise and the fall"),
      .flag("cycle_momentum", default: true, "move the momentum too, low where the rate is high"),
      .real("base_momentum", in: .unit, default: 0.85, "lowest momentum"),
      .real("max_momentum", in: .unit, default: 0.95, "highest momentum"),
      .real("div_factor", in: .positive, default: 25, "highest rate over first"),
      .real("final_div_factor", in: .positive, default: 1e4, "first rate over last"),
      .flag("three_phase", default: false, "fall to the first rate before falling to the last"),
    ],
    summary: "Raises the rate to a peak and lowers it far below where it began, once.",
    formula: #"\eta_t = \eta_{end} + \frac{\eta_{start} - \eta_{end}}{2}\left(1 + \cos \pi p_t\right)"#,
    source: "Smith and Topin, Super-convergence, 2018",
    example: "max_lr: 0.1, total_steps: 40")

  /// A stretch of the cycle: where it ends, and the rates and momenta between which it goes.
  struct Phase {
    let end: Double
    let rates: (Double, Double)
    let momenta: (Double, Double)
  }

  let total: Double
  let first: Double
  let phases: [Phase]
  let linear: Bool
  let cyclesMomentum: Bool
  let highMomentum: Double

  init(_ arguments: inout Arguments) throws(EngineError) {
    let peak: Double = arguments.next()
    let totalSteps: Int? = arguments.next()
    let epochs: Int? = arguments.next()
    let stepsPerEpoch: Int? = arguments.next()
    if let totalSteps {
      total = Double(totalSteps)
    } else if let epochs, let stepsPerEpoch {
      total = Double(epochs) * Double(stepsPerEpoch)
    } else {
      throw Self.invalid(parameter: 1, "either total_steps or both epochs and steps_per_epoch must be given")
    }
    let rise: Double = arguments.next()
    linear = arguments.next() == 1
    cyclesMomentum = arguments.next()
    let low: Double = arguments.next()
    let high: Double = arguments.next()
    let first = peak / arguments.next()
    let last = first / arguments.next()
    let threePhase: Bool = arguments.next()
    let up = Phase(end: rise * total - 1, rates: (first, peak), momenta: (high, low))
    phases =
      threePhase
      ? [
        up, Phase(end: 2 * rise * total - 2, rates: (peak, first), momenta: (low, high)),
        Phase(end: total - 1, rates: (first, last), momenta: (high, high)),
      ] : [up, Phase(end: total - 1, rates: (peak, last), momenta: (low, high))]
    self.first = first
    highMomentum = high
  }

  func begin(_ state: inout SchedulerState) throws(EngineError) {
    if cyclesMomentum && state.rate.momentum == nil {
      throw Self.invalid(parameter: 6, "the optimizer has no momentum to cycle")
    }
    state.base = first
    state.initial = first
    try advance(&state, metric: nil, initial: true)
  }

  func update(_ state: inout SchedulerState, initial: Bool) throws(EngineError) {
    let step = Double(state.step)
    if step > total { throw Self.invalid(parameter: 1, "training takes more steps than the cycle has") }
    let (phase, progress) = progress(at: step)
    if !progress.isFinite { throw Self.invalid(parameter: 4, "leaves a phase of the cycle without a step") }
    state.rate.lr = anneal(phase.rates, progress)
    if cyclesMomentum { state.rate.momentum = anneal(phase.momenta, progress) }
  }

  /// The value at `progress`, from 0 at the first of `ends` to 1 at the second.
  private func anneal(_ ends: (Double, Double), _ progress: Double) -> Double {
    linear
      ? (ends.1 - ends.0) * progress + ends.0
      : ends.1 + (ends.0 - ends.1) / 2 * (Double.cos(.pi * progress) + 1)
  }

  /// The phase of `step`, and how much of it is over, from 0 to 1; not finite where the phase has no length.
  private func progress(at step: Double) -> (Phase, Double) {
    var index = 0
    while index < phases.count - 1 && step > phases[index].end { index += 1 }
    let start = index == 0 ? 0 : phases[index - 1].end
    return (phases[index], (step - start) / (phases[index].end - start))
  }

  func terms(_ advance: Advance) -> [Term] {
    let (phase, progress) = progress(at: Double(advance.t))
    let shape = linear ? [] : [Term(#"1 + \cos \pi p_t"#, 1 + Double.cos(.pi * progress))]
    return [Term("t", advance.t), Term("p_t", progress)] + shape + [
      Term(#"\eta_{start}"#, phase.rates.0), Term(#"\eta_{end}"#, phase.rates.1),
      Term(#"\eta_t"#, advance.rate),
    ]
  }
}
