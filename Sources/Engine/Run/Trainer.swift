/// Stages 3 to 5 on one scalar type: trains, validates after every epoch, schedules, and evaluates.
///
/// The order of draws is PyTorch's own: weights; then, every epoch, the training loader's two seeds, the dropout
/// masks, and the validation loader's seed.
final class Trainer<S: Scalar> {
  let pipeline: Pipeline
  let preparation: Preparation
  var network: Network<S>
  let loss: Loss<S>
  private let train: Samples<S>
  let validation: Samples<S>
  private let optimizer: Optimizer<S>
  private let scheduler: Scheduler?
  private var schedule: SchedulerState
  private var sampler: BatchSampler
  private var validationSampler = BatchSampler()
  private let order: UnsafeMutableBufferPointer<Int32>
  /// The optimizer's buffers, one block.
  private let state: UnsafeMutablePointer<S>
  private var steps: Steps
  private var step = 0
  private var epochs: [Epoch] = []
  private var snapshots: [Double] = []
  private let keepsSnapshots: Bool
  private let initialParameters: [Double]
  private var firstRows: [Int] = []

  init(_ pipeline: Pipeline, table: Table?) throws(EngineError) {
    self.pipeline = pipeline
    preparation = try Preparation(pipeline, table: table)
    let settings = pipeline.train
    let (train, validation) = (preparation.train, preparation.validation)
    guard settings.batchSize <= train.rows else {
      throw EngineError(
        .tooFewRows(component: "batch_size", needed: settings.batchSize, found: train.rows), at: .training)
    }
    network = try Network(
      settings.model, features: train.columns, targetColumns: train.targetColumns,
      capacity: settings.batchSize, generator: TorchGenerator(seed: pipeline.seed))
    do throws(EngineError) {
      loss = try Loss<S>(settings.loss)
      try loss.check(network.output.shape, train.classes, train.targetColumns)
    } catch { throw error.at(.loss) }
    do throws(EngineError) {
      scheduler = if let component = pipeline.schedule.scheduler { try Scheduler(component) } else { nil }
    } catch { throw error.at(.schedule) }
    do throws(EngineError) {
      optimizer = try Optimizer<S>(
        settings.optimizer, cyclingMomentum: scheduler?.cyclesMomentum ?? false)
      for weight in network.weights { try optimizer.check(weight.shape) }
    } catch { throw error.at(.optimizer) }
    do throws(EngineError) {
      schedule = try scheduler?.start(optimizer.base) ?? SchedulerState(optimizer.base)
    } catch { throw error.at(.schedule) }
    let full = train.rows / settings.batchSize
    let perEpoch = settings.dropLast || train.rows % settings.batchSize == 0 ? full : full + 1
    try Bounds.check("steps", Double(perEpoch) * Double(settings.epochs), limit: Bounds.steps)
    let work = network.layers.reduce(0.0) { $0 + Double($1.multiplyAdds) }
    try Bounds.check(
      "work", work * (3 * Double(train.rows) + Double(validation.rows)) * Double(settings.epochs),
      limit: Bounds.work)
    steps = Steps(perEpoch: perEpoch, capacity: perEpoch * settings.epochs)
    epochs.reserveCapacity(settings.epochs)
    keepsSnapshots = network.parameterCount <= Bounds.snapshots / settings.epochs
    if keepsSnapshots { snapshots.reserveCapacity(network.parameterCount * settings.epochs) }
    sampler = settings.loaderSeed.map { BatchSampler(generatorSeed: $0) } ?? BatchSampler()
    initialParameters = network.parameters
    self.train = Samples(train)
    self.validation = Samples(validation)
    order = .allocate(capacity: max(train.rows, validation.rows))
    order.initialize(repeating: 0)
    state = .allocate(capacity: max(1, network.parameterCount * optimizer.slots))
    state.initialize(repeating: 0, count: max(1, network.parameterCount * optimizer.slots))
  }

  deinit {
    order.deallocate()
    state.deallocate()
  }

  /// Trains to the end and tells everything.
  func run() throws(EngineError) -> Trace {
    var stopping = pipeline.train.earlyStopping.map { Patience($0) }
    var stopped = false
    while epochs.count < pipeline.train.epochs, !stopped {
      let epoch = try runEpoch()
      epochs.append(epoch)
      if keepsSnapshots {
        for i in 0..<network.parameterCount { snapshots.append(network.workspace.parameters[i].double) }
      }
      stopped = stopping?.isExhausted(by: epoch) ?? false
    }
    let outcome = evaluate()
    return Trace(
      pipeline: pipeline, load: preparation.load, preprocess: preparation.preprocess, model: modelTrace(),
      epochs: epochs, steps: steps, nextRate: schedule.rate,
      stoppedEarly: stopped && epochs.count < pipeline.train.epochs,
      predictions: try predictions(outcome), evaluation: try measurements(outcome), outcome: outcome)
  }

  /// One training pass, one validation pass, one step of the schedule.
  private func runEpoch() throws(EngineError) -> Epoch {
    let settings = pipeline.train
    let rate = schedule.rate
    var total = 0.0
    var right = 0
    var norms = 0.0
    var seen = 0
    sampler.order(
      into: .init(rebasing: order[..<train.rows]), shuffle: settings.shuffle,
      global: &network.workspace.generator)
    if firstRows.isEmpty { firstRows = order[..<min(settings.batchSize, 5)].map { Int($0) } }
    network.workspace.training = true
    for batch in 0..<steps.perEpoch {
      let start = batch * settings.batchSize
      let rows = min(settings.batchSize, train.rows - start)
      let loss = forward(train, start: start, rows: rows, backward: true)
      right += countRight(rows: rows)
      network.backward()
      let norm = gradientNorm()
      guard loss.isFinite, norm.isFinite else {
        throw EngineError(
          .diverged(epoch: epochs.count + 1, step: step + 1, lr: schedule.rate.lr), at: .training)
      }
      steps.record(lr: schedule.rate.lr, loss: loss, gradNorm: norm)
      clip(norm)
      update()
      total += loss * Double(rows)
      norms += norm
      seen += rows
      if pipeline.schedule.cadence == .batch { try advanceSchedule(nil) }
    }
    let (valLoss, valRight) = validate()
    let classifies = preparation.train.classes > 0
    let epoch = Epoch(
      epoch: epochs.count + 1, rate: rate, loss: total / Double(seen),
      accuracy: classifies ? Double(right) / Double(seen) : nil, valLoss: valLoss,
      valAccuracy: classifies ? Double(valRight) / Double(validation.rows) : nil,
      gradNorm: norms / Double(steps.perEpoch))
    if pipeline.schedule.cadence == .epoch {
      try advanceSchedule(epoch.value(of: pipeline.schedule.watched))
    }
    return epoch
  }

  private func advanceSchedule(_ metric: Double?) throws(EngineError) {
    guard let scheduler else { return }
    do throws(EngineError) { try scheduler.advance(&schedule, metric) } catch { throw error.at(.schedule) }
  }

  /// Gathers rows `start..<start + rows` of the order, and runs them to the loss.
  private func forward(_ samples: borrowing Samples<S>, start: Int, rows: Int, backward: Bool) -> Double {
    guard let order = order.baseAddress else { return 0 }
    network.workspace.rows = rows
    let targets = network.workspace.arena + network.targets
    samples.gather(order + start, count: rows, to: network.workspace.data(network.input), targets)
    network.forward()
    return loss.evaluate(
      network.workspace.data(network.output), targets, rows, network.output.shape,
      backward ? network.workspace.gradient(network.output) : nil
    ).double
  }

  /// Runs the validation part in evaluation mode; `visit` sees each batch's first row and count.
  func validate(_ visit: (Int, Int) -> Void = { _, _ in }) -> (loss: Double, right: Int) {
    validationSampler.order(
      into: .init(rebasing: order[..<validation.rows]), shuffle: false, global: &network.workspace.generator)
    network.workspace.training = false
    var total = 0.0
    var right = 0
    for start in stride(from: 0, to: validation.rows, by: pipeline.train.batchSize) {
      let rows = min(pipeline.train.batchSize, validation.rows - start)
      total += forward(validation, start: start, rows: rows, backward: false) * Double(rows)
      right += countRight(rows: rows)
      visit(start, rows)
    }
    return (total / Double(validation.rows), right)
  }

  /// How many rows of the batch at hand are classified right; 0 in regression.
  private func countRight(rows: Int) -> Int {
    guard preparation.train.classes > 0 else { return 0 }
    let output = network.workspace.data(network.output)
    let targets = network.workspace.arena + network.targets
    let width = network.output.shape.count
    var right = 0
    for row in 0..<rows where loss.link.decide(output + row * width, width: width) == Int(targets[row]) {
      right += 1
    }
    return right
  }

  /// The L2 norm of the gradient: of the norms of its tensors, as `clip_grad_norm_` takes it.
  private func gradientNorm() -> Double {
    var squares: S = 0
    for weight in network.weights {
      squares += laneSum(network.workspace.gradient(weight), count: weight.shape.count) { $0 * $0 }
    }
    return squares.squareRoot().double
  }

  private func clip(_ norm: Double) {
    let gradients = network.workspace.gradients
    if let limit = pipeline.train.clipGradNorm {
      let factor = S(min(1, limit / (norm + 1e-6)))
      for i in 0..<network.parameterCount { gradients[i] *= factor }
    }
    if let limit = pipeline.train.clipGradValue.map({ S($0) }) {
      for i in 0..<network.parameterCount { gradients[i] = max(-limit, min(limit, gradients[i])) }
    }
  }

  private func update() {
    step += 1
    for weight in network.weights {
      optimizer.update(
        ParameterView(
          values: network.workspace.data(weight), gradient: network.workspace.gradient(weight),
          state: state + weight.offset * optimizer.slots, shape: weight.shape, count: weight.shape.count),
        step, schedule.rate)
    }
  }

  private func modelTrace() -> ModelTrace {
    let columns = train.columns
    let rows = firstRows
    return ModelTrace(
      layers: network.layers.map { layer in
        LayerTrace(
          component: layer.component, input: layer.input.shape, output: layer.output.shape,
          weights: Array(network.weights[layer.weights]), multiplyAdds: layer.multiplyAdds)
      },
      parameterCount: network.parameterCount, initialParameters: initialParameters,
      finalParameters: network.parameters,
      firstBatch: Sample(
        rows: rows.map { preparation.preprocess.trainRows[$0] },
        features: rows.flatMap { row in (0..<columns).map { train.features[row * columns + $0].double } },
        targets: rows.flatMap { row in
          (0..<train.targetColumns).map { train.targets[row * train.targetColumns + $0].double }
        }, columns: columns),
      link: loss.link, snapshots: snapshots)
  }
}

extension Steps {
  init(perEpoch: Int, capacity: Int) {
    self.init(perEpoch: perEpoch)
    lr.reserveCapacity(capacity)
    loss.reserveCapacity(capacity)
    gradNorm.reserveCapacity(capacity)
  }

  mutating func record(lr: Double, loss: Double, gradNorm: Double) {
    self.lr.append(lr)
    self.loss.append(loss)
    self.gradNorm.append(gradNorm)
  }
}

extension Epoch {
  /// The series `watched`; NaN for an accuracy that there is not.
  func value(of watched: Pipeline.Watched) -> Double {
    switch watched {
    case .valLoss: valLoss
    case .loss: loss
    case .valAccuracy: valAccuracy ?? .nan
    case .accuracy: accuracy ?? .nan
    }
  }
}
