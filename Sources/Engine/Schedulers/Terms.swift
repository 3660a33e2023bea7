/// One quantity on the way from a scheduler's settings to a rate.
public struct Term: Sendable {
  /// What it is, in LaTeX's notation, such as `\cos \frac{\pi t}{T_{\max}}`, or a scheduler's name.
  public let symbol: StaticString
  /// Whether it is the rate after the scheduler `symbol` has acted.
  public let isPart: Bool
  /// Its value; NaN where there is none yet.
  public let value: Double

  init(_ symbol: StaticString, _ value: Double) {
    self.symbol = symbol
    self.value = value
    isPart = false
  }

  /// The rate after the scheduler called `name` has acted.
  init(after name: StaticString, _ rate: Double) {
    symbol = name
    value = rate
    isPart = true
  }

  init(_ symbol: StaticString, _ value: Int) { self.init(symbol, Double(value)) }
}

/// A scheduler's formula with the numbers of one step put into it.
public struct Terms: Sendable {
  /// The scheduler in force: of several that follow one another, the one whose turn it is.
  public let scheduler: Info
  /// Its place among the schedulers that follow one another, and in those that are made of such; empty alone.
  public internal(set) var path: [Int] = []
  /// What the formula asks for, in the order in which it is worked out; the last term is the rate.
  public let list: [Term]
}

/// One step of a schedule, and what it came from.
struct Advance {
  /// The state before the step; the same as after it at step 0.
  let before: SchedulerState
  /// The state after it.
  let after: SchedulerState
  /// What a plateau watched.
  let metric: Double?

  /// Steps taken so far.
  var t: Int { after.step }
  /// The rate that the schedule is reckoned from.
  var base: Double { after.base }
  /// The rate in force.
  var rate: Double { after.rate.lr }

  /// The step that part number `index` of the scheduler took.
  func part(_ index: Int) -> Advance {
    Advance(before: before.parts[index], after: after.parts[index], metric: metric)
  }
}

extension SchedulerKind {
  func terms(_ advance: Advance) -> [Term] { [Term("t", advance.t), Term(#"\eta_t"#, advance.rate)] }

  func explain(_ advance: Advance) -> Terms { Terms(scheduler: Self.info, list: terms(advance)) }

  /// The rate of the closed form after `advance`, or else the rate in force.
  func closedForm(_ advance: Advance) -> Double {
    closedForm(advance.base, step: advance.t) ?? advance.rate
  }
}

extension Trace {
  /// The terms of every epoch's rate, at its first step where the schedule steps by the
  /// batch; empty without a schedule.
  ///
  /// The last term is the epoch's rate. Where PyTorch goes from rate to rate by multiplication,
  /// as this engine then does too, it is the rate of the closed form, which differs in the last bits.
  public func scheduleTerms() throws(EngineError) -> [Terms] {
    guard let component = pipeline.schedule.scheduler else { return [] }
    let scheduler = try Scheduler(component)
    let optimizer = try Optimizer<Double>(
      pipeline.train.optimizer, cyclingMomentum: scheduler.cyclesMomentum)
    var state = try scheduler.start(optimizer.base)
    var advance = Advance(before: state, after: state, metric: nil)
    let perEpoch = pipeline.schedule.cadence == .batch ? steps.perEpoch : 1
    var terms: [Terms] = []
    for epoch in epochs {
      terms.append(scheduler.explain(advance))
      let metric = pipeline.schedule.cadence == .epoch ? epoch.value(of: pipeline.schedule.watched) : nil
      for _ in 0..<perEpoch where terms.count < epochs.count {
        let before = state
        try scheduler.advance(&state, metric)
        advance = Advance(before: before, after: state, metric: metric)
      }
    }
    return terms
  }
}
