/// Multiplies the rate by `gamma` at every step.
///
/// η(t) = η₀ γᵗ, in PyTorch's recursive form.
struct ExponentialLR: SchedulerKind {
  static let info = Info(
    "ExponentialLR",
    [.real("gamma", in: .nonnegative, "factor of each step")],
    summary: "Multiplies the rate by gamma at every step.",
    formula: #"\eta_t = \eta_0 \gamma^t"#,
    source: "PyTorch, torch.optim.lr_scheduler.ExponentialLR",
    example: "gamma: 0.9")

  let gamma: Double

  init(_ arguments: inout Arguments) { gamma = arguments.next() }

  func update(_ state: inout SchedulerState, initial: Bool) {
    if !initial { state.rate.lr *= gamma }
  }

  func closedForm(_ base: Double, step: Int) -> Double? { base * Double.pow(gamma, Double(step)) }

  func terms(_ advance: Advance) -> [Term] {
    [
      Term("t", advance.t), Term(#"\gamma^t"#, Double.pow(gamma, Double(advance.t))),
      Term(#"\eta_0"#, advance.base), Term(#"\eta_t"#, closedForm(advance)),
    ]
  }
}
