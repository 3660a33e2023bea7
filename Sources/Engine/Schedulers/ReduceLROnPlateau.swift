/// Multiplies the rate by `factor` when the watched metric has not improved for more than `patience` steps.
///
/// An improvement is m < best (1 − threshold) for `rel` and m < best − threshold for `abs`; with
/// mode `max` likewise above. For `cooldown` steps after a reduction none is counted; reductions by
/// less than `eps` are left out.
struct ReduceLROnPlateau: SchedulerKind {
  static let info = Info(
    "ReduceLROnPlateau",
    [
      .choice("mode", ["min", "max"], default: 0, "whether less is better, or more"),
      .real("factor", in: .belowOne, default: 0.1, "factor of each reduction"),
      .integer(
        "patience", in: 0...Parameter.countLimit, default: 10, "steps without improvement before a reduction"),
      .real("threshold", in: .nonnegative, default: 1e-4, "smallest improvement that counts"),
      .choice("threshold_mode", ["rel", "abs"], default: 0, "whether the threshold is a share of the best"),
      .integer("cooldown", in: 0...Parameter.countLimit, default: 0, "steps of rest after a reduction"),
      .real("min_lr", in: .nonnegative, default: 0, "lowest rate"),
      .real("eps", in: .nonnegative, default: 1e-8, "smallest reduction that is made"),
    ],
    summary: "Lowers the rate when the watched metric has stopped improving.",
    formula:
      #"\eta_t = \begin{cases} \max(\gamma \eta_{t-1}, \eta_{\min}) & \text{if steps without improvement} > p \\ \eta_{t-1} & \text{otherwise} \end{cases}"#,
    source: "PyTorch, torch.optim.lr_scheduler.ReduceLROnPlateau",
    example: "factor: 0.5, patience: 4")

  static let watchesMetric = true

  let wantsMore: Bool
  let factor: Double
  let patience: Double
  let threshold: Double
  let absolute: Bool
  let cooldown: Double
  let floor: Double
  let smallest: Double

  init(_ arguments: inout Arguments) {
    wantsMore = arguments.next() == 1
    factor = arguments.next()
    patience = Double(arguments.next() as Int)
    threshold = arguments.next()
    absolute = arguments.next() == 1
    cooldown = Double(arguments.next() as Int)
    floor = arguments.next()
    smallest = arguments.next()
  }

  func begin(_ state: inout SchedulerState) {
    state.step += 1
    state.best = wantsMore ? -.infinity : .infinity
  }

  func advance(_ state: inout SchedulerState, metric: Double?, initial: Bool) throws(EngineError) {
    guard let metric else { throw EngineError(.conflict("ReduceLROnPlateau needs a metric to watch")) }
    state.step += 1
    if isBetter(metric, than: state.best) {
      state.best = metric
      state.waited = 0
    } else {
      state.waited += 1
    }
    if state.rest > 0 {
      state.rest -= 1
      state.waited = 0
    }
    if state.waited > patience {
      update(&state, initial: initial)
      state.rest = cooldown
      state.waited = 0
    }
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    let lr = max(state.rate.lr * factor, floor)
    if state.rate.lr - lr > smallest { state.rate.lr = lr }
  }

  private func isBetter(_ metric: Double, than best: Double) -> Bool {
    switch (wantsMore, absolute) {
    case (false, false): metric < best * (1 - threshold)
    case (false, true): metric < best - threshold
    case (true, false): metric > best * (threshold + 1)
    case (true, true): metric > best + threshold
    }
  }

  /// The metric, what it must pass to count as better, the steps in a row that were not, and the rate before.
  func terms(_ advance: Advance) -> [Term] {
    let before = advance.before
    let isFirst = advance.metric == nil
    let metric = advance.metric ?? .nan
    let waited = isBetter(metric, than: before.best) || before.rest > 0 ? 0 : before.waited + 1
    return [
      Term("t", advance.t), Term(#"\text{watched}"#, metric),
      Term(#"\text{best before}"#, before.best.isFinite ? before.best : .nan),
      Term(#"\text{steps without improvement}"#, isFirst ? .nan : waited), Term("p", patience),
      Term(#"\gamma"#, factor), Term(#"\eta_{\min}"#, floor),
      Term(#"\eta_{t-1}"#, isFirst ? .nan : before.rate.lr), Term(#"\eta_t"#, advance.rate),
    ]
  }
}

extension SchedulerState {
  /// The best metric so far.
  fileprivate var best: Double {
    get { memory[0] }
    set { memory[0] = newValue }
  }
  /// Steps without improvement.
  fileprivate var waited: Double {
    get { memory[1] }
    set { memory[1] = newValue }
  }
  /// Steps of rest that are left.
  fileprivate var rest: Double {
    get { memory[2] }
    set { memory[2] = newValue }
  }
}
