/// Lowers the rate to a constant share until `total_iters` steps are done.
///
/// η(t) = factor · η₀ for t < total_iters, η₀ from then on. A warmup in one stair.
struct ConstantLR: SchedulerKind {
  static let info = Info(
    "ConstantLR",
    [
      .real("factor", in: .unit, default: 1 / 3, "share of the rate at first"),
      .integer("total_iters", in: 0...Parameter.countLimit, default: 5, "steps until the full rate"),
    ],
    summary: "Multiplies the rate by factor until total_iters steps are done.",
    formula: #"\eta_t = \eta_0 \cdot \begin{cases} f & t < T \\ 1 & t \ge T \end{cases}"#,
    source: "PyTorch, torch.optim.lr_scheduler.ConstantLR; He et al., Deep residual learning, 2016",
    example: "total_iters: 10")

  let factor: Double
  let total: Int

  init(_ arguments: inout Arguments) {
    factor = arguments.next()
    total = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) throws(EngineError) {
    if state.step == 0 {
      state.rate.lr *= factor
    } else if state.step == total {
      if factor == 0 { throw Self.invalid(parameter: 0, "a rate once multiplied by 0 cannot be restored") }
      state.rate.lr *= 1 / factor
    }
  }

  func closedForm(_ base: Double, step: Int) -> Double? {
    base * (factor + (step >= total ? 1 : 0) * (1 - factor))
  }

  func terms(_ advance: Advance) -> [Term] {
    [
      Term("t", advance.t), Term("T", total), Term(#"\eta_0"#, advance.base),
      Term(#"\eta_t / \eta_0"#, advance.t < total || total == 0 ? factor : 1),
      Term(#"\eta_t"#, total == 0 ? advance.rate : closedForm(advance)),
    ]
  }
}
