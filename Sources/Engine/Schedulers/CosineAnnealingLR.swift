/// Lowers the rate to `eta_min` along half a cosine in `T_max` steps, and up again in as many.
///
/// η(t) = η_min + (η₀ − η_min) · (1 + cos(π t / T_max)) / 2, in PyTorch's recursive form.
/// Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017.
struct CosineAnnealingLR: SchedulerKind {
  static let info = Info(
    "CosineAnnealingLR",
    [
      .integer("T_max", "steps from the highest rate to the lowest"),
      .real("eta_min", in: .nonnegative, default: 0, "lowest rate"),
    ],
    summary: "Lowers the rate along half a cosine in T_max steps, and raises it again in as many.",
    formula:
      #"\eta_t = \eta_{\min} + \frac{1}{2}(\eta_0 - \eta_{\min})\left(1 + \cos\frac{\pi t}{T_{\max}}\right)"#,
    source: "Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017",
    example: "T_max: 20")

  let period: Int
  let floor: Double

  init(_ arguments: inout Arguments) {
    period = arguments.next()
    floor = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    if initial { return }
    let t = state.step
    let lr = state.rate.lr
    if (t - 1 - period) % (2 * period) == 0 {
      state.rate.lr = lr + (state.base - floor) * (1 - Double.cos(.pi / Double(period))) / 2
    } else {
      state.rate.lr = (1 + cosine(t)) / (1 + cosine(t - 1)) * (lr - floor) + floor
    }
  }

  func closedForm(_ base: Double, step: Int) -> Double? {
    floor + (base - floor) * (1 + cosine(step)) / 2
  }

  private func cosine(_ step: Int) -> Double { Double.cos(.pi * Double(step) / Double(period)) }

  func terms(_ advance: Advance) -> [Term] {
    [
      Term("t", advance.t), Term(#"\frac{\pi t}{T_{\max}}"#, .pi * Double(advance.t) / Double(period)),
      Term(#"\cos \frac{\pi t}{T_{\max}}"#, cosine(advance.t)),
      Term(#"1 + \cos \frac{\pi t}{T_{\max}}"#, 1 + cosine(advance.t)),
      Term(#"\frac{1}{2}(\eta_0 - \eta_{\min})"#, (advance.base - floor) / 2),
      Term(#"\eta_{\min}"#, floor), Term(#"\eta_t"#, closedForm(advance)),
    ]
  }
}
