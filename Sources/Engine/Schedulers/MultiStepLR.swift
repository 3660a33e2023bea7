/// Multiplies the rate by `gamma` at each milestone.
///
/// η(t) = η₀ γ^n with n the number of milestones up to t, in PyTorch's recursive form.
/// Milestones may come in any order; one that is given twice counts twice.
struct MultiStepLR: SchedulerKind {
  static let info = Info(
    "MultiStepLR",
    [
      .integers("milestones", in: 0...Parameter.countLimit, "steps at which the rate decays"),
      .real("gamma", in: .nonnegative, default: 0.1, "factor of each decay"),
    ],
    summary: "Multiplies the rate by gamma at each milestone.",
    formula: #"\eta_t = \eta_0 \gamma^n, \quad n = |\{m \in \mathrm{milestones} : m \le t\}|"#,
    source: "PyTorch, torch.optim.lr_scheduler.MultiStepLR; He et al., Deep residual learning, 2016",
    example: "milestones: [15, 30]")

  let milestones: [Int]
  let gamma: Double

  init(_ arguments: inout Arguments) {
    milestones = arguments.next()
    gamma = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    let step = state.step
    state.rate.lr *= decay { $0 == step }
  }

  func closedForm(_ base: Double, step: Int) -> Double? { base * decay { $0 <= step } }

  func terms(_ advance: Advance) -> [Term] {
    [
      Term("t", advance.t), Term("n", milestones.count { $0 <= advance.t }),
      Term(#"\gamma^n"#, decay { $0 <= advance.t }), Term(#"\eta_0"#, advance.base),
      Term(#"\eta_t"#, closedForm(advance)),
    ]
  }

  private func decay(_ counts: (Int) -> Bool) -> Double {
    Double.pow(gamma, Double(milestones.count(where: counts)))
  }
}
