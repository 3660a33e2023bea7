/// Sets the rate to its base times an expression of `epoch`.
///
/// η(t) = η₀ λ(t).
struct LambdaLR: SchedulerKind {
  static let info = Info(
    "LambdaLR",
    [.formula("lr_lambda", "factor of the first rate, an expression of epoch from 0")],
    summary: "Multiplies the first rate by an expression of the epoch.",
    formula: #"\eta_t = \eta_0 \lambda(t)"#,
    source: "PyTorch, torch.optim.lr_scheduler.LambdaLR",
    example: #"lr_lambda: "0.95 ^ epoch""#)

  let factor: Formula

  init(_ arguments: inout Arguments) { factor = arguments.next() }

  func update(_ state: inout SchedulerState, initial: Bool) {
    state.rate.lr = state.base * factor(state.step)
  }

  func terms(_ advance: Advance) -> [Term] {
    [
      Term("t", advance.t), Term(#"\lambda(t)"#, factor(advance.t)), Term(#"\eta_0"#, advance.base),
      Term(#"\eta_t"#, advance.rate),
    ]
  }
}
