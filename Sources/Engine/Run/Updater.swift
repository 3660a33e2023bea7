/// What moves the weights between two batches: optimizer and schedule, by parameter group, with clipping,
/// accumulation and averaging.
///
/// Every buffer is allocated once.
struct Updater<S: Scalar>: ~Copyable {
  private let settings: Pipeline.Train
  private let scheduler: Scheduler?
  private var groups: [Group]
  private let count: Int
  private let slots: Int
  /// The optimizer's buffers, one block.
  private let state: UnsafeMutablePointer<S>
  /// The gradients of the batches since the last step; nil without accumulation.
  private let sum: UnsafeMutablePointer<S>?
  /// The moving average of the weights, or the weights themselves while the average stands in for them.
  private let average: UnsafeMutablePointer<S>?
  private var step = 0

  /// Parameters that share an optimizer's settings, and the schedule that starts from its rate.
  private struct Group {
    let optimizer: Optimizer<S>
    var schedule: SchedulerState
    let weights: [Weight]
  }

  /// The optimizer and the schedule of `pipeline` for the weights of `network`.
  init(_ pipeline: Pipeline, _ network: borrowing Network<S>) throws(EngineError) {
    let (scheduler, groups) = try Self.groups(pipeline, network)
    settings = pipeline.train
    self.scheduler = scheduler
    self.groups = groups
    count = network.parameterCount
    slots = groups.reduce(0) { max($0, $1.optimizer.slots) }
    state = Self.zeros(count * slots)
    sum = settings.accumulation > 1 ? Self.zeros(count) : nil
    average = settings.averaging == nil ? nil : Self.zeros(count)
  }

  deinit {
    state.deallocate()
    sum?.deallocate()
    average?.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<S> {
    let block = UnsafeMutablePointer<S>.allocate(capacity: max(count, 1))
    block.initialize(repeating: 0, count: max(count, 1))
    return block
  }

  private static func groups(
    _ pipeline: Pipeline, _ network: borrowing Network<S>
  ) throws(EngineError) -> (Scheduler?, [Group]) {
    let scheduler: Scheduler?
    do throws(EngineError) {
      scheduler = if let component = pipeline.schedule.scheduler { try Scheduler(component) } else { nil }
    } catch { throw error.at(.schedule) }
    let own = pipeline.train.groups
    let others = network.layers.indices.filter { layer in !own.contains { $0.layers.contains(layer) } }
    var groups: [Group] = []
    for group in [Pipeline.ParameterGroup(layers: others, optimizer: pipeline.train.optimizer)] + own {
      guard group.layers.allSatisfy({ network.layers.indices.contains($0) }) else {
        throw EngineError(
          .conflict("a parameter group names a layer that the model does not have"), at: .optimizer)
      }
      let weights = group.layers.flatMap { network.weights[network.layers[$0].weights] }
      groups.append(try Self.group(weights, group.optimizer, scheduler))
    }
    return (scheduler, groups)
  }

  private static func group(
    _ weights: [Weight], _ component: Component, _ scheduler: Scheduler?
  ) throws(EngineError) -> Group {
    let optimizer: Optimizer<S>
    do throws(EngineError) {
      optimizer = try Optimizer<S>(component, cyclingMomentum: scheduler?.cyclesMomentum ?? false)
      for weight in weights { try optimizer.check(weight.shape) }
    } catch { throw error.at(.optimizer) }
    do throws(EngineError) {
      let schedule = try scheduler?.start(optimizer.base) ?? SchedulerState(optimizer.base)
      return Group(optimizer: optimizer, schedule: schedule, weights: weights)
    } catch { throw error.at(.schedule) }
  }

  /// What is in force for the layers that are in no group of their own.
  var rate: Rate { groups[0].schedule.rate }

  /// Adds the gradient of one batch of several that make a step;
  /// without accumulation it is the step's as it is.
  func accumulate(_ workspace: borrowing Workspace<S>) {
    guard let sum else { return }
    for i in 0..<count { sum[i] += workspace.gradients[i] }
  }

  /// Makes the gradients those of the step, and answers with their L2 norm before any clipping.
  func gradientNorm(_ network: borrowing Network<S>) -> Double {
    let gradients = network.workspace.gradients
    if let sum {
      gradients.update(from: sum, count: count)
      sum.update(repeating: 0, count: count)
    }
    var squares: S = 0
    for weight in network.weights {
      squares += sumOfSquares(network.workspace.gradient(weight), count: weight.shape.count)
    }
    return squares.squareRoot().double
  }

  /// Clips the gradients of norm `norm`, and moves every weight.
  mutating func update(_ workspace: borrowing Workspace<S>, norm: Double) {
    clip(workspace.gradients, norm)
    step += 1
    for group in groups {
      for weight in group.weights {
        group.optimizer.update(
          ParameterView(
            values: workspace.data(weight), gradient: workspace.gradient(weight),
            state: state + weight.offset * slots, shape: weight.shape, count: weight.shape.count),
          step: step, rate: group.schedule.rate)
      }
    }
    guard let average, let decay = settings.averaging else { return }
    // PyTorch's AveragedModel begins with a copy.
    let share = step == 1 ? 1 : S(1 - decay)
    for i in 0..<count { average[i] = lerp(average[i], workspace.parameters[i], share) }
  }

  private func clip(_ gradients: UnsafeMutablePointer<S>, _ norm: Double) {
    if let limit = settings.clipGradNorm {
      let factor = S(min(1, limit / (norm + 1e-6)))
      for i in 0..<count { gradients[i] *= factor }
    }
    if let limit = settings.clipGradValue.map({ S($0) }) {
      for i in 0..<count { gradients[i] = max(-limit, min(limit, gradients[i])) }
    }
  }

  /// Puts the averaged weights in the place of the weights, or back: called before evaluation and after it.
  ///
  /// Before the first step there is no average yet, and the weights stay.
  func exchangeAverage(_ workspace: borrowing Workspace<S>) {
    guard let average, step > 0 else { return }
    for i in 0..<count { (average[i], workspace.parameters[i]) = (workspace.parameters[i], average[i]) }
  }

  /// Goes on by one step of the schedule; `metric` is what a plateau watches.
  mutating func advance(_ metric: Double?) throws(EngineError) {
    guard let scheduler else { return }
    for i in groups.indices {
      do throws(EngineError) {
        try scheduler.advance(&groups[i].schedule, metric)
      } catch { throw error.at(.schedule) }
    }
  }
}
