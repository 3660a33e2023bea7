/// Multiplies the rate at every step by an expression of `epoch`.
///
/// η(t) = η(t − 1) λ(t), from t = 1.
struct MultiplicativeLR: SchedulerKind {
  static let info = Info(
    "MultiplicativeLR",
    [.formula("lr_lambda", "factor of each step, an expression of epoch from 1")],
    summary: "Multiplies the rate at every step by an expression of the epoch.",
    formula: #"\eta_t = \eta_{t-1} \lambda(t)"#,
    source: "PyTorch, torch.optim.lr_scheduler.MultiplicativeLR",
    example: #"lr_lambda: "0.99 ^ epoch""#)

  let factor: Formula

  init(_ arguments: inout Arguments) { factor = arguments.next() }

  func update(_ state: inout SchedulerState, initial: Bool) {
    if !initial { state.rate.lr *= factor(state.step) }
  }

  func terms(_ advance: Advance) -> [Term] {
    let isFirst = advance.t == 0
    return [
      Term("t", advance.t), Term(#"\lambda(t)"#, isFirst ? .nan : factor(advance.t)),
      Term(#"\eta_{t-1}"#, isFirst ? .nan : advance.before.rate.lr), Term(#"\eta_t"#, advance.rate),
    ]
  }
}
