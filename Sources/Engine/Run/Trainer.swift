/// Stages 3 to 5 on one scalar type: trains, validates after every epoch, schedules, and evaluates.
///
/// The order of draws is PyTorch's own: weights; then, every epoch, the training loader's two seeds,
/// the dropout masks, and the validation loader's seed.
final class Trainer<S: Scalar> {
  let pipeline: Pipeline
  private(set) var preparation: Preparation
  var network: Network<S>
  let loss: Loss<S>
  private let train: Samples<S>
  let validation: Samples<S>
  var updater: Updater<S>
  private var sampler: BatchSampler
  private var validationSampler = BatchSampler()
  private let order: UnsafeMutableBufferPointer<Int32>
  private var steps: Steps
  /// Batches per epoch.
  private let batches: Int
  private var epochs: [Epoch] = []
  private var snapshots: [Double] = []
  private let keepsSnapshots: Bool
  private let initialParameters: [Double]
  private var firstRows: [Int] = []
  private var stopping: Patience?
  private var stopped = false

  convenience init(_ pipeline: Pipeline, table: Table?) throws(EngineError) {
    try self.init(pipeline, Preparation(pipeline, table: table))
  }

  init(_ pipeline: Pipeline, _ preparation: Preparation) throws(EngineError) {
    self.pipeline = pipeline
    self.preparation = preparation
    let settings = pipeline.train
    let (train, validation) = (preparation.train, preparation.validation)
    try pipeline.checkWatched(classes: train.classes)
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
    updater = try Updater(pipeline, network)
    let full = train.rows / settings.batchSize
    let rest = settings.dropLast ? 0 : train.rows % settings.batchSize
    let smallest = rest == 0 ? settings.batchSize : rest
    if let fewest = network.fewestRows, smallest < fewest.rows {
      throw EngineError(
        .tooFewRows(component: fewest.component, needed: fewest.rows, found: smallest), at: .training)
    }
    batches = rest == 0 ? full : full + 1
    let perEpoch = (batches + settings.accumulation - 1) / settings.accumulation
    let work = network.layers.reduce(0.0) { $0 + $1.multiplyAdds }
    try preparation.checkSize(settings, work: work)
    steps = Steps(perEpoch: perEpoch, capacity: perEpoch * settings.epochs)
    epochs.reserveCapacity(settings.epochs)
    keepsSnapshots = network.parameterCount <= Bounds.snapshots / settings.epochs
    if keepsSnapshots { snapshots.reserveCapacity(network.parameterCount * settings.epochs) }
    sampler = settings.loaderSeed.map { BatchSampler(generatorSeed: $0) } ?? BatchSampler()
    initialParameters = network.parameters
    stopping = settings.earlyStopping.map { Patience($0) }
    self.train = Samples(train)
    self.validation = Samples(validation)
    order = .allocate(capacity: max(train.rows, validation.rows))
    order.initialize(repeating: 0)
    self.preparation.dropFeatures()
  }

  deinit {
    order.deallocate()
  }

  /// Whether no epoch is left to train.
  var isFinished: Bool { stopped || epochs.count == pipeline.train.epochs }

  /// Trains one epoch more.
  func advance() throws(EngineError) -> Epoch {
    let epoch = try runEpoch()
    epochs.append(epoch)
    if keepsSnapshots {
      for i in 0..<network.parameterCount { snapshots.append(network.workspace.parameters[i].double) }
    }
    stopped = stopping?.isExhausted(by: epoch) ?? false
    return epoch
  }

  /// Evaluates the model as it is, and tells everything.
  func finish() throws(EngineError) -> Trace {
    updater.exchangeAverage(network.workspace)
    defer { updater.exchangeAverage(network.workspace) }
    let outcome = evaluate()
    let found = try measurements(outcome)
    return Trace(
      pipeline: pipeline, load: preparation.load, preprocess: preparation.preprocess, model: modelTrace(),
      epochs: epochs, steps: steps, nextRate: updater.rate,
      stoppedEarly: stopped && epochs.count < pipeline.train.epochs,
      predictions: try predictions(outcome), evaluation: found, outcome: outcome,
      crossValidation: try crossValidate(found))
  }

  /// One training pass, one validation pass, one step of the schedule.
  private func runEpoch() throws(EngineError) -> Epoch {
    let rate = updater.rate
    sampler.order(
      into: .init(rebasing: order[..<train.rows]), shuffle: pipeline.train.shuffle,
      global: &network.workspace.generator)
    if firstRows.isEmpty { firstRows = order[..<min(pipeline.train.batchSize, 5)].map { Int($0) } }
    var pass = Pass()
    for batch in 0..<batches { try trainBatch(batch, &pass) }
    updater.exchangeAverage(network.workspace)
    let (valLoss, valRight) = validate()
    updater.exchangeAverage(network.workspace)
    let classifies = preparation.train.classes > 0
    let epoch = Epoch(
      epoch: epochs.count + 1, rate: rate, loss: pass.loss / Double(pass.rows),
      accuracy: classifies ? Double(pass.right) / Double(pass.rows) : nil, valLoss: valLoss,
      valAccuracy: classifies ? Double(valRight) / Double(validation.rows) : nil,
      gradNorm: pass.norms / Double(steps.perEpoch))
    if pipeline.schedule.cadence == .epoch { try updater.advance(epoch.value(of: pipeline.schedule.watched)) }
    return epoch
  }

  /// What a training pass adds up.
  private struct Pass {
    var loss = 0.0
    var right = 0
    var rows = 0
    var norms = 0.0
    /// Of the batches since the last step.
    var stepLoss = 0.0
    var stepRight = 0
    var stepRows = 0
  }

  /// Forward, backward and, where the batch completes a step, the update.
  private func trainBatch(_ batch: Int, _ pass: inout Pass) throws(EngineError) {
    let settings = pipeline.train
    let start = batch * settings.batchSize
    let rows = min(settings.batchSize, train.rows - start)
    network.workspace.training = true
    let loss = forward(train, start: start, rows: rows, backward: true)
    let right = countRight(rows: rows)
    pass.right += right
    network.backward()
    updater.accumulate(network.workspace)
    pass.loss += loss * Double(rows)
    pass.rows += rows
    pass.stepLoss += loss * Double(rows)
    pass.stepRight += right
    pass.stepRows += rows
    guard batch + 1 == batches || (batch + 1) % settings.accumulation == 0 else { return }
    let norm = updater.gradientNorm(network)
    let rate = updater.rate
    guard pass.stepLoss.isFinite, norm.isFinite else {
      throw EngineError(
        .diverged(epoch: epochs.count + 1, step: steps.loss.count + 1, lr: rate.lr), at: .training)
    }
    let count = Double(pass.stepRows)
    steps.record(
      rate, loss: pass.stepLoss / count,
      accuracy: preparation.train.classes > 0 ? Double(pass.stepRight) / count : nil, gradNorm: norm)
    pass.norms += norm
    (pass.stepLoss, pass.stepRight, pass.stepRows) = (0, 0, 0)
    updater.update(network.workspace, norm: norm)
    if pipeline.schedule.cadence == .batch { try updater.advance(nil) }
  }

  /// Gathers rows `start..<start + rows` of the order, and runs them to the loss.
  private func forward(_ samples: borrowing Samples<S>, start: Int, rows: Int, backward: Bool) -> Double {
    guard let order = order.baseAddress else { return 0 }
    network.workspace.rows = rows
    let targets = network.workspace.arena + network.targets
    samples.gather(order + start, count: rows, to: network.workspace.data(network.input), targets)
    network.forward()
    let gradient = backward ? network.workspace.gradient(network.output) : nil
    let value = loss.evaluate(
      network.workspace.data(network.output), targets, rows, network.output.shape, gradient)
    if let gradient, pipeline.train.accumulation > 1 {
      let share = 1 / S(pipeline.train.accumulation)
      for i in 0..<rows * network.output.shape.count { gradient[i] *= share }
    }
    return value.double
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
    for row in 0..<rows where loss.link.decide(output + row * width, width: width) == targets[row].integer {
      right += 1
    }
    return right
  }

  private func modelTrace() -> ModelTrace {
    let columns = train.columns
    let rows = firstRows
    return ModelTrace(
      layers: network.layers.map { layer in
        LayerTrace(
          component: layer.component, input: layer.input.shape, output: layer.output.shape,
          weights: Array(network.weights[layer.weights]),
          multiplyAdds: Int(exactly: layer.multiplyAdds) ?? .max)
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
    momentum.reserveCapacity(capacity)
    loss.reserveCapacity(capacity)
    accuracy.reserveCapacity(capacity)
    gradNorm.reserveCapacity(capacity)
  }

  mutating func record(_ rate: Rate, loss: Double, accuracy: Double?, gradNorm: Double) {
    lr.append(rate.lr)
    if let momentum = rate.momentum { self.momentum.append(momentum) }
    self.loss.append(loss)
    if let accuracy { self.accuracy.append(accuracy) }
    self.gradNorm.append(gradNorm)
  }
}
