import Testing

@testable import Engine
import EngineTestSupport

/// How scikit-learn divides samples into folds: the `folds` of `model_selection.json`.
struct FoldGolden: Decodable, Sendable, CustomTestStringConvertible {
  let fn: String
  let params: [String: JSON]
  let labels: [Int]
  let folds: [[Int]]

  var testDescription: String { "\(fn) \(params) of \(labels.count)" }

  private struct File: Decodable { let folds: [FoldGolden] }

  static let all: [FoldGolden] = (try? Goldens.load("model_selection", as: File.self).folds) ?? []
}

@Suite struct CrossValidationTests {
  @Test func `the golden folds are there`() { #expect(!FoldGolden.all.isEmpty) }

  @Test(arguments: FoldGolden.all) func `the folds are scikit-learn's, row by row`(_ golden: FoldGolden)
    throws
  {
    let splitter = try component(.splitter, golden.fn, golden.params)
    #expect(try Table(labels: golden.labels, classes: 10).folds(splitter, seed: 99) == golden.folds)
  }

  @Test(arguments: ["KFold", "StratifiedKFold"])
  func `without a random_state the lesson's seed draws`(_ name: String) throws {
    let table = Table(labels: (0..<30).map { $0 % 3 }, classes: 3)
    let own = try component(.splitter, name, ["shuffle": true, "random_state": 7])
    let other = try component(.splitter, name, ["shuffle": true])
    #expect(try table.folds(own, seed: 1) == table.folds(other, seed: 7))
  }

  static let refused: [(String, [String: JSON], [Int], Int)] = [
    ("KFold", ["n_splits": 4], [0, 0, 0], 1), ("KFold", ["random_state": 0], [0, 0, 0, 0, 0], 1),
    ("StratifiedKFold", ["n_splits": 3], [0, 0, 1, 1], 2),
    ("StratifiedKFold", ["n_splits": 2], [1, 2, 3, 4], 0),
    ("StratifiedKFold", ["n_splits": 2, "random_state": 1], [0, 0, 1, 1], 2),
  ]

  @Test(arguments: refused)
  func `folds that cannot be made are refused`(
    name: String, params: [String: JSON], labels: [Int], classes: Int
  ) throws {
    let splitter = try component(.splitter, name, params)
    #expect(throws: EngineError.self) { try Table(labels: labels, classes: classes).folds(splitter, seed: 0) }
  }

  /// A small classification with `folds`, validated on the last fifth.
  private func pipeline(_ folds: JSON?, metrics: [String] = []) throws -> Pipeline {
    var pipeline = Pipeline(
      seed: 3, precision: .float32,
      load: .init(try component(.dataset, "make_moons", ["n_samples": 60, "noise": 0.2])),
      preprocess: [
        try component(.transform, "train_test_split", ["test_size": 12, "shuffle": false]),
        try component(.transform, "StandardScaler"),
      ],
      train: .init(
        model: [
          try component(.layer, "Linear", ["out_features": 8]), try component(.layer, "Dropout"),
          try component(.layer, "Linear", ["out_features": 2]),
        ], loss: try component(.loss, "CrossEntropyLoss"),
        optimizer: try component(.optimizer, "SGD", ["lr": 0.1]), batchSize: 16, epochs: 3),
      schedule: .init(try component(.scheduler, "ExponentialLR", ["gamma": 0.5])),
      evaluate: .init(metrics: try metrics.map { try component(.metric, $0) }))
    pipeline.evaluate.crossValidation = try folds.map { try component(.splitter, $0) }
    return pipeline
  }

  @Test func `a fold is the run whose validation part it is`() throws {
    let trace = try pipeline("KFold", metrics: ["f1", "accuracy", "confusion_matrix"]).run()
    let result = try #require(trace.crossValidation)
    #expect(result.folds.map(\.heldOut) == (0..<5).map { Array($0 * 12..<$0 * 12 + 12) })
    #expect(result.folds.allSatisfy { $0.trainCount == 48 })
    #expect(result.scores.map { "\($0.metric.info.name)" } == ["loss", "accuracy", "f1"])
    // The split without shuffling holds out what the last fold does.
    #expect(result.scores[0].values[4] == trace.outcome.loss)
    #expect(result.scores[1].values[4] == trace.epochs.last?.valAccuracy)
    #expect(result.scores[2].values[4] == trace.evaluation[0].values[0])
    #expect(Set(result.scores[0].values).count == 5)
  }

  @Test func `the run itself is the same with folds and without`() throws {
    var trace = try pipeline(["StratifiedKFold": ["n_splits": 3, "shuffle": true]]).run()
    let plain = try pipeline(nil).run()
    #expect(plain.crossValidation == nil && trace.crossValidation?.folds.count == 3)
    #expect(trace.digest != plain.digest)
    trace.crossValidation = nil
    trace.pipeline.evaluate.crossValidation = nil
    #expect(trace == plain)
  }

  @Test func `averaged weights are what a fold is measured with`() throws {
    var averaged = try pipeline("KFold")
    averaged.train.averaging = 0.9
    let trace = try averaged.run()
    #expect(trace.crossValidation?.scores[0].values[4] == trace.outcome.loss)
  }

  @Test func `mean and deviation are NumPy's`() throws {
    let score = CrossValidation.Score(metric: try component(.metric, "loss"), values: [1, 2, 4])
    #expect(abs(score.mean - 7.0 / 3) < 1e-15)
    #expect(abs(score.deviation - 1.247219128924647) < 1e-15)
  }

  @Test func `a fold counts against the bound of the run's size`() throws {
    var large = try pipeline(nil)
    large.train.epochs = 800_000
    large.load.dataset = try component(.dataset, "make_moons", ["n_samples": 60])
    _ = try Training(large)
    large.evaluate.crossValidation = try component(.splitter, "KFold", ["n_splits": 50])
    #expect(throws: EngineError.self) { try Training(large) }
  }

  @Test func `what goes wrong in a fold is told of the cross-validation`() throws {
    var pipeline = try pipeline(["KFold": ["n_splits": 60]], metrics: ["roc_auc"])
    #expect { try pipeline.run() } throws: { ($0 as? EngineError)?.place == .crossValidation }
    pipeline.evaluate.crossValidation = try component(.splitter, "KFold", ["n_splits": 61])
    #expect { try Training(pipeline) } throws: { ($0 as? EngineError)?.place == .crossValidation }
  }

  @Test func `a regression is scored by its loss and the values' metrics`() throws {
    var regression = try pipeline("KFold", metrics: ["r2"])
    regression.load.dataset = try component(.dataset, "make_regression", ["n_samples": 60, "n_features": 3])
    regression.preprocess[1] = try component(.transform, "StandardScaler", ["target": true])
    regression.train.model[2] = try component(.layer, "Linear", ["out_features": 1])
    regression.train.loss = try component(.loss, "MSELoss")
    let trace = try regression.run()
    #expect(trace.crossValidation?.scores.map { "\($0.metric.info.name)" } == ["loss", "r2"])
  }
}
