/// Multiplies the rate by `gamma` every `step_size` steps.
///
/// η(t) = η₀ γ^⌊t / step_size⌋, in PyTorch's recursive form.
struct StepLR: SchedulerKind {
  static let info = Info(
    "StepLR",
    [
      .integer("step_size", "steps between two decays"),
      .real("gamma", in: .nonnegative, default: 0.1, "factor of each decay"),
    ],
    summary: "Multiplies the rate by gamma every step_size steps.",
    formula: #"\eta_t = \eta_0 \gamma^{\lfloor t / \mathrm{step\_size} \rfloor}"#,
    source: "PyTorch, torch.optim.lr_scheduler.StepLR; He et al., Deep residual learning, 2016",
    example: "step_size: 10")

  let size: Int
  let gamma: Double

  init(_ arguments: inout Arguments) {
    size = arguments.next()
    gamma = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    if state.step != 0 && state.step % size == 0 { state.rate.lr *= gamma }
  }

  func closedForm(_ base: Double, step: Int) -> Double? { base * Double.pow(gamma, Double(step / size)) }

  func terms(_ advance: Advance) -> [Term] {
    let times = advance.t / size
    return [
      Term("t", advance.t), Term(#"\lfloor t / \mathrm{step\_size} \rfloor"#, times),
      Term(#"\gamma^{\lfloor t / \mathrm{step\_size} \rfloor}"#, Double.pow(gamma, Double(times))),
      Term(#"\eta_0"#, advance.base), Term(#"\eta_t"#, closedForm(advance)),
    ]
  }
}
