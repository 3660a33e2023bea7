/// Lowers the rate to `eta_min` along half a cosine, then starts over from the top with a longer period.
///
/// η = η_min + (η₀ − η_min) · (1 + cos(π T_cur / T_i)) / 2 with T_cur the steps since the last restart and
/// T_i = T_0, T_0 T_mult, T_0 T_mult², … the lengths of the periods.
struct CosineAnnealingWarmRestarts: SchedulerKind {
  static let info = Info(
    "CosineAnnealingWarmRestarts",
    [
      .integer("T_0", "steps until the first restart"),
      .integer("T_mult", default: 1, "how many times longer each period is than the one before"),
      .real("eta_min", in: .nonnegative, default: 0, "lowest rate"),
    ],
    summary: "Lowers the rate along half a cosine and starts over from the top.",
    formula:
      #"\eta_t = \eta_{\min} + \frac{1}{2}(\eta_0 - \eta_{\min})\left(1 + \cos\frac{\pi T_{cur}}{T_i}\right)"#,
    source: "Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017",
    example: "T_0: 10")

  let firstPeriod: Double
  let growth: Double
  let floor: Double

  init(_ arguments: inout Arguments) {
    firstPeriod = Double(arguments.next() as Int)
    growth = Double(arguments.next() as Int)
    floor = arguments.next()
  }

  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) {
    state.step += 1
    if initial || state.step == 0 {
      state.position = Double(state.step)
      state.period = firstPeriod
    } else {
      state.position += 1
    }
    if state.position >= state.period {
      state.position -= state.period * (state.position / state.period).rounded(.down)
      state.period *= growth
    }
    update(&state, initial: initial)
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    let cosine = Double.cos(.pi * state.position / state.period)
    state.rate.lr = floor + (state.base - floor) * (1 + cosine) / 2
  }

  func terms(_ advance: Advance) -> [Term] {
    let (position, period) = (advance.after.position, advance.after.period)
    let cosine = Double.cos(.pi * position / period)
    return [
      Term("t", advance.t), Term("T_{cur}", position), Term("T_i", period),
      Term(#"\frac{\pi T_{cur}}{T_i}"#, .pi * position / period),
      Term(#"1 + \cos \frac{\pi T_{cur}}{T_i}"#, 1 + cosine),
      Term(#"\frac{1}{2}(\eta_0 - \eta_{\min})"#, (advance.base - floor) / 2),
      Term(#"\eta_{\min}"#, floor), Term(#"\eta_t"#, advance.rate),
    ]
  }
}

extension SchedulerState {
  /// PyTorch's `T_cur`: steps since the last restart.
  fileprivate var position: Double {
    get { memory[0] }
    set { memory[0] = newValue }
  }
  /// PyTorch's `T_i`: steps from the last restart to the next.
  fileprivate var period: Double {
    get { memory[1] }
    set { memory[1] = newValue }
  }
}
