import CAllocations
import Engine
import EngineTestSupport
import Testing

@Suite struct AllocationTests {
  /// How many allocations the second and third epoch make together on `samples` samples.
  private func allocations(
    _ samples: Int, _ precision: Pipeline.Precision, model: [Component], optimizer: Component,
    scheduler: Component? = nil
  ) throws -> UInt {
    let pipeline = Pipeline(
      seed: 1, precision: precision,
      load: .init(
        try component(
          .dataset, "make_classification",
          ["n_samples": .number(Double(samples)), "n_features": .number(16), "n_informative": .number(4)])),
      preprocess: [try component(.transform, "train_test_split", ["test_size": .number(0.5)])],
      train: .init(
        model: model, loss: try component(.loss, "CrossEntropyLoss"), optimizer: optimizer, batchSize: 4,
        epochs: 3),
      schedule: .init(scheduler, cadence: .batch), evaluate: .init(metrics: []))
    let training = try Training(pipeline)
    _ = try training.advance()
    let before = gb_allocations()
    _ = try training.advance()
    _ = try training.advance()
    return gb_allocations() - before
  }

  /// Expects as many allocations for ten times the steps.
  private func expectNonePerStep(
    model: [Component], optimizer: Component, scheduler: Component? = nil,
    precision: Pipeline.Precision = .float32
  ) throws {
    let few = try allocations(16, precision, model: model, optimizer: optimizer, scheduler: scheduler)
    let many = try allocations(160, precision, model: model, optimizer: optimizer, scheduler: scheduler)
    #expect(few == many)
  }

  private func layer(_ name: String, _ arguments: [String: JSON] = [:]) throws -> Component {
    try component(.layer, name, arguments)
  }

  private func linear(_ features: Double) throws -> Component {
    try layer("Linear", ["out_features": .number(features)])
  }

  private func sgd() throws -> Component { try component(.optimizer, "SGD", ["lr": .number(0.01)]) }

  @Test func `the counter counts`() {
    let before = gb_allocations()
    let array = [Int](repeating: 1, count: 1000 + Int(before & 1))
    #expect(array.count >= 1000 && gb_allocations() > before)
  }

  @Test(arguments: [Pipeline.Precision.float32, .float64])
  func `a step of a perceptron allocates nothing`(precision: Pipeline.Precision) throws {
    try expectNonePerStep(
      model: [linear(8), layer("ReLU"), layer("Dropout"), linear(2)], optimizer: sgd(), precision: precision)
  }

  @Test func `a step of a convolutional network allocates nothing`() throws {
    let image = JSON.array([.number(1), .number(4), .number(4)])
    try expectNonePerStep(
      model: [
        layer("Unflatten", ["dim": .number(1), "unflattened_size": image]),
        layer("Conv2d", ["out_channels": .number(3), "kernel_size": .number(3), "padding": .number(1)]),
        layer("BatchNorm2d"), layer("GELU"), layer("MaxPool2d", ["kernel_size": .number(2)]),
        layer("Dropout2d"), layer("Flatten"), layer("LayerNorm", ["normalized_shape": .number(12)]),
        linear(2),
      ], optimizer: sgd())
  }

  @Test func `a step of a recurrent network with attention allocates nothing`() throws {
    let words = JSON.array([.number(4), .number(4)])
    try expectNonePerStep(
      model: [
        layer("Unflatten", ["dim": .number(1), "unflattened_size": words]),
        layer("GRU", ["hidden_size": .number(4), "batch_first": .bool(true)]),
        layer(
          "TransformerEncoderLayer",
          ["nhead": .number(2), "dim_feedforward": .number(8), "batch_first": .bool(true)]),
        layer("Flatten"), linear(2),
      ], optimizer: sgd())
  }

  @Test(arguments: Category.optimizer.entries.map { $0.name.description })
  func `a step of an optimizer allocates nothing`(name: String) throws {
    // Without biases, because Muon moves matrices only.
    let matrix = { (features: Double) in
      try self.layer("Linear", ["out_features": .number(features), "bias": .bool(false)])
    }
    try expectNonePerStep(
      model: [matrix(4), layer("Tanh"), matrix(2)],
      optimizer: component(.optimizer, name, ["lr": .number(0.001)]))
  }

  @Test func `a step whose weights threads share allocates nothing`() throws {
    try expectNonePerStep(model: [linear(4800), layer("Tanh"), linear(2)], optimizer: sgd())
  }

  @Test(arguments: [
    "CosineAnnealingLR", "ExponentialLR", "StepLR", "CosineAnnealingWarmRestarts", "PolynomialLR",
  ])
  func `a step of a schedule allocates nothing`(name: String) throws {
    let arguments: [String: [String: JSON]] = [
      "CosineAnnealingLR": ["T_max": .number(10)], "ExponentialLR": ["gamma": .number(0.99)],
      "StepLR": ["step_size": .number(5)], "CosineAnnealingWarmRestarts": ["T_0": .number(5)],
    ]
    try expectNonePerStep(
      model: [linear(2)], optimizer: sgd(),
      scheduler: component(.scheduler, name, arguments[name] ?? [:]))
  }
}
