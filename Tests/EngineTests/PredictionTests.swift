import Engine
import EngineTestSupport
import Testing

/// What a run that is under way says of single rows.
@Suite struct PredictionTests {
  /// A small classification with everything that a look at the model could disturb:
  /// masks, noise, running means and an average of the weights.
  private func pipeline(_ precision: Pipeline.Precision = .float32) throws -> Pipeline {
    var pipeline = Pipeline(
      seed: 5, precision: precision,
      load: .init(try component(.dataset, "make_moons", ["n_samples": 90, "noise": 0.2])),
      preprocess: [try component(.transform, "train_test_split", ["test_size": 20])],
      train: .init(
        model: [
          try component(.layer, "GaussianNoise", ["std": 0.1]),
          try component(.layer, "Linear", ["out_features": 8]), try component(.layer, "BatchNorm1d"),
          try component(.layer, "ReLU"), try component(.layer, "Dropout"),
          try component(.layer, "Linear", ["out_features": 2]),
        ], loss: try component(.loss, "CrossEntropyLoss"),
        optimizer: try component(.optimizer, "Adam", ["lr": 0.01]), batchSize: 16, epochs: 4),
      schedule: .init(try component(.scheduler, "ReduceLROnPlateau")),
      evaluate: .init(metrics: [], predict: [.row(3), .row(0)]))
    pipeline.train.averaging = 0.5
    return pipeline
  }

  @Test(arguments: [Pipeline.Precision.float32, .float64])
  func `a look at the model changes no bit of the run`(precision: Pipeline.Precision) throws {
    let pipeline = try pipeline(precision)
    let training = try Training(pipeline)
    _ = try training.predictions(of: [0, 19, 3])
    while !training.isFinished {
      _ = try training.advance()
      _ = try training.predictions(of: [1, 1])
    }
    #expect(try training.finish().encoded == pipeline.run().encoded)
  }

  @Test func `after the last epoch the rows say what the trace says of them`() throws {
    let pipeline = try pipeline()
    #expect(try pipeline.predictions(of: [3, 0], after: 4) == pipeline.run().predictions)
  }

  @Test func `after an earlier epoch the rows say what a shorter run says of them`() throws {
    let pipeline = try pipeline()
    var shorter = pipeline
    shorter.train.epochs = 2
    #expect(try pipeline.predictions(of: [3, 0], after: 2) == shorter.run().predictions)
  }

  @Test func `before the first epoch the weights are those that were drawn`() throws {
    let pipeline = try pipeline()
    let drawn = try pipeline.run().model.initialParameters
    for unit in try pipeline.predictions(of: [7], after: 0)[0].steps[1].units {
      // The first layer has two inputs: both terms are told.
      for term in unit.terms { #expect(term.weight == drawn[unit.index * 2 + term.input]) }
    }
  }

  @Test(arguments: [-1, 20, .max]) func `a row that is not there is refused`(row: Int) throws {
    let training = try Training(pipeline())
    #expect { try training.predictions(of: [0, row]) } throws: { ($0 as? EngineError)?.place == .predict(1) }
  }
}
