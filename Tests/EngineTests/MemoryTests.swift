import CAllocations
import Engine
import EngineTestSupport
import Testing

@Suite struct MemoryTests {
  /// The most bytes that a run takes at once, and those that it cannot do without: the data in double
  /// precision, as it is made, with each row's target, number and place in an epoch; weight, gradient and two
  /// averages of each parameter; one batch's values and gradients.
  private func bytes(
    samples: Int, features: Int, hidden: Int, batch: Int, _ precision: Pipeline.Precision
  ) throws -> (peak: Int, needed: Int) {
    let pipeline = Pipeline(
      seed: 1, precision: precision,
      load: .init(
        try component(
          .dataset, "make_classification",
          [
            "n_samples": .number(Double(samples)), "n_features": .number(Double(features)),
            "n_informative": .number(4),
          ])),
      preprocess: [
        try component(.transform, "train_test_split", ["test_size": .number(0.2)]),
        try component(.transform, "StandardScaler"), try component(.transform, "MinMaxScaler"),
      ],
      train: .init(
        model: [
          try component(.layer, "Linear", ["out_features": .number(Double(hidden))]),
          try component(.layer, "ReLU"), try component(.layer, "Linear", ["out_features": .number(2)]),
        ],
        loss: try component(.loss, "CrossEntropyLoss"),
        optimizer: try component(.optimizer, "Adam", ["lr": .number(0.01)]), batchSize: batch, epochs: 2),
      schedule: .init(nil, cadence: .epoch), evaluate: .init(metrics: []))
    gb_forget_peak()
    let before = gb_live_bytes()
    let training = try Training(pipeline)
    while !training.isFinished { _ = try training.advance() }
    _ = try training.finish()
    let size = precision == .float32 ? 4 : 8
    let parameters = (features + 1) * hidden + (hidden + 1) * 2
    let values = features + 2 * hidden + 2 * 2
    return (
      gb_peak_bytes() - before, 8 * samples * (features + 3) + size * (4 * parameters + 2 * batch * values)
    )
  }

  @Test(
    arguments: [(20_000, 50, 8, 32), (400, 200, 2_000, 32), (4_000, 20, 1_500, 4_000 / 5)],
    [Pipeline.Precision.float32, .float64])
  func `a run takes at most twice what its data, its weights and a batch's activations need`(
    shape: (samples: Int, features: Int, hidden: Int, batch: Int), precision: Pipeline.Precision
  ) throws {
    let (peak, needed) = try bytes(
      samples: shape.samples, features: shape.features, hidden: shape.hidden, batch: shape.batch, precision)
    #expect(peak <= 2 * needed)
  }
}
