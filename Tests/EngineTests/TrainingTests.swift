import Engine
import EngineTestSupport
import Testing

/// What a lesson may ask of training beside an optimizer and a schedule.
@Suite struct TrainingTests {
  /// A small classification, trained as `change` says.
  private func run(
    epochs: Int = 4, batchSize: Int = 16, _ change: (inout Pipeline) throws -> Void = { _ in }
  ) throws -> Trace {
    var pipeline = Pipeline(
      seed: 3, precision: .float64,
      load: .init(
        try component(.dataset, "make_moons", ["n_samples": .number(80), "noise": .number(0.2)])),
      preprocess: [
        try component(.transform, "train_test_split", ["test_size": .number(16)]),
        try component(.transform, "StandardScaler"),
      ],
      train: .init(
        model: [
          try component(.layer, "Linear", ["out_features": .number(8)]), try component(.layer, "Tanh"),
          try component(.layer, "Linear", ["out_features": .number(2)]),
        ], loss: try component(.loss, "CrossEntropyLoss"), optimizer: try sgd(0.1), batchSize: batchSize,
        epochs: epochs),
      schedule: .init(nil), evaluate: .init(metrics: []))
    try change(&pipeline)
    return try pipeline.run()
  }

  private func sgd(_ lr: Double) throws -> Component {
    try component(.optimizer, "SGD", ["lr": .number(lr)])
  }

  @Test func `a parameter group with rate 0 leaves its layer as it was drawn`() throws {
    let trace = try run { $0.train.groups = [.init(layers: [0], optimizer: try sgd(0))] }
    let frozen = trace.model.layers[0].parameterCount
    #expect(trace.model.finalParameters.prefix(frozen) == trace.model.initialParameters.prefix(frozen))
    #expect(trace.model.finalParameters.dropFirst(frozen) != trace.model.initialParameters.dropFirst(frozen))
  }

  @Test func `parameter groups with the lesson's own settings change nothing`() throws {
    let grouped = try run { $0.train.groups = [.init(layers: [2], optimizer: try sgd(0.1))] }
    #expect(try grouped.epochs == run().epochs)
  }

  @Test func `a parameter group of a layer that is not there is refused`() throws {
    #expect(throws: EngineError.self) {
      try run { $0.train.groups = [.init(layers: [7], optimizer: try sgd(0.1))] }
    }
  }

  @Test func `two batches of 8 accumulated make the step of one batch of 16`() throws {
    let whole = try run()
    let accumulated = try run(batchSize: 8) { $0.train.accumulation = 2 }
    #expect(accumulated.steps.perEpoch == whole.steps.perEpoch)
    for (a, b) in zip(accumulated.steps.loss, whole.steps.loss) { #expect(abs(a - b) < 1e-12) }
    for (a, b) in zip(accumulated.model.finalParameters, whole.model.finalParameters) {
      #expect(abs(a - b) < 1e-12)
    }
  }

  @Test func `averaging with decay 0 is the weights themselves`() throws {
    #expect(try run { $0.train.averaging = 0 }.epochs == run().epochs)
  }

  @Test func `averaging trains alike and evaluates the moving average`() throws {
    let plain = try run(epochs: 2, batchSize: 64)
    let averaged = try run(epochs: 2, batchSize: 64) { $0.train.averaging = 0.75 }
    #expect(averaged.epochs.map(\.loss) == plain.epochs.map(\.loss))
    // One step an epoch: the average begins as the first weights and goes a quarter of the way to the second.
    let (first, second) = (try run(epochs: 1, batchSize: 64), plain)
    for (i, value) in averaged.model.finalParameters.enumerated() {
      let (a, b) = (first.model.finalParameters[i], second.model.finalParameters[i])
      #expect(abs(value - (a + 0.25 * (b - a))) < 1e-15)
    }
  }

  @Test func `clip_grad_norm_ bounds every step`() throws {
    let limit = 0.01
    let trace = try run(epochs: 1, batchSize: 64) { $0.train.clipGradNorm = limit }
    let moved = zip(trace.model.initialParameters, trace.model.finalParameters)
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    #expect(trace.steps.gradNorm[0] > limit)
    #expect(abs(moved.squareRoot() - 0.1 * limit) < 1e-6)
  }

  @Test func `early stopping ends the run after its patience`() throws {
    let trace = try run(epochs: 50) {
      $0.train.earlyStopping = .init(patience: 2, minDelta: 10)
    }
    #expect(trace.stoppedEarly)
    #expect(trace.epochs.count == 4)
  }

  @Test func `a pipeline survives its bytes with groups, accumulation and averaging`() throws {
    let trace = try run {
      $0.train.groups = [.init(layers: [2], optimizer: try sgd(0.2))]
      $0.train.accumulation = 2
      $0.train.averaging = 0.9
    }
    #expect(try Pipeline(encoded: trace.pipeline.encoded) == trace.pipeline)
  }

  @Test func `data without classes have no accuracy to watch`() throws {
    let regression = { (pipeline: inout Pipeline) in
      pipeline.load = .init(try component(.dataset, "make_regression", ["n_samples": .number(80)]))
      pipeline.train.loss = try component(.loss, "MSELoss")
      pipeline.train.model[2] = try component(.layer, "Linear", ["out_features": .number(1)])
    }
    #expect(throws: EngineError.self) {
      try run {
        try regression(&$0)
        $0.train.earlyStopping = .init(patience: 1, watched: .valAccuracy)
      }
    }
    #expect(throws: EngineError.self) {
      try run {
        try regression(&$0)
        $0.schedule = .init(try component(.scheduler, "ReduceLROnPlateau"), watched: .accuracy)
      }
    }
    #expect(try run { try regression(&$0) }.epochs.count == 4)
  }

  @Test func `the steps of an epoch add up to the epoch`() throws {
    let trace = try run(epochs: 3)
    let steps = trace.steps
    #expect(steps.momentum == Array(repeating: 0, count: steps.loss.count))
    for epoch in trace.epochs {
      let own = (epoch.epoch - 1) * steps.perEpoch..<epoch.epoch * steps.perEpoch
      // 64 training rows in batches of 16: every step counts alike.
      let mean = { (values: [Double]) in values[own].reduce(0, +) / Double(own.count) }
      #expect(abs(mean(steps.loss) - epoch.loss) < 1e-12)
      #expect(abs(mean(steps.accuracy) - (epoch.accuracy ?? .nan)) < 1e-12)
      #expect(abs(mean(steps.gradNorm) - epoch.gradNorm) < 1e-12)
    }
  }
}
