/// Moves the rate's factor along a line from `start_factor` to `end_factor` in `total_iters` steps.
///
/// η(t) = η₀ · (s + (f − s) · min(t, T) / T), in PyTorch's recursive form. The usual warmup.
struct LinearLR: SchedulerKind {
  static let info = Info(
    "LinearLR",
    [
      .real("start_factor", in: .share, default: 1 / 3, "factor of the rate at first"),
      .real("end_factor", in: .unit, default: 1, "factor of the rate in the end"),
      .integer("total_iters", in: 0...Parameter.countLimit, default: 5, "steps from one to the other"),
    ],
    summary: "Moves the rate's factor along a line in total_iters steps.",
    formula: #"\eta_t = \eta_0 \left(s + (f - s) \frac{\min(t, T)}{T}\right)"#,
    source: "Goyal et al., Accurate, large minibatch SGD, 2017",
    example: "total_iters: 20")

  let start: Double
  let end: Double
  let total: Int

  init(_ arguments: inout Arguments) {
    start = arguments.next()
    end = arguments.next()
    total = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    let t = state.step
    if t == 0 {
      state.rate.lr *= start
    } else if !initial && t <= total {
      state.rate.lr *= 1 + (end - start) / (Double(total) * start + Double(t - 1) * (end - start))
    }
  }

  func closedForm(_ base: Double, step: Int) -> Double? {
    base * (start + (end - start) * Double(min(total, step)) / Double(max(total, 1)))
  }

  func terms(_ advance: Advance) -> [Term] {
    let share = Double(min(total, advance.t)) / Double(max(total, 1))
    return [
      Term("t", advance.t), Term(#"\frac{\min(t, T)}{T}"#, share),
      Term(#"s + (f - s) \frac{\min(t, T)}{T}"#, start + (end - start) * share),
      Term(#"\eta_0"#, advance.base), Term(#"\eta_t"#, closedForm(advance)),
    ]
  }
}
