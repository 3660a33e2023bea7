import Engine
import EngineTestSupport
import Testing

@Suite struct MetricTests {
  struct File: Decodable {
    let outcomes: [Predicted]
    let cases: [Case]
  }

  /// What a model said, and what was true.
  struct Predicted: Decodable {
    let rows: Int
    let classes: Int
    let targets: [Double]
    let predictions: [Double]
    let probabilities: [Double]
    let loss: Double

    var outcome: Outcome {
      Outcome(
        rows: rows, classes: classes, targets: targets, predictions: predictions,
        probabilities: probabilities, loss: loss)
    }
  }

  /// What scikit-learn finds in it.
  struct Case: Decodable, CustomTestStringConvertible {
    let outcome: Int
    let metric: String
    let params: [String: JSON]
    let shape: [Int]
    let values: [Double]

    var testDescription: String { "\(metric) \(params) of outcome \(outcome)" }
  }

  static let file = Result { try Goldens.load("metrics", as: File.self) }

  @Test(arguments: try file.get().cases)
  func `metrics find what scikit-learn finds`(golden: Case) throws {
    let outcome = try Self.file.get().outcomes[golden.outcome].outcome
    let found = try outcome.measure(component(.metric, golden.metric, golden.params))
    #expect(found.shape.sizes == golden.shape)
    #expect(found.values.count == golden.values.count)
    for (value, expected) in zip(found.values, golden.values) {
      #expect(value == expected || abs(value - expected) <= 1e-12)
    }
  }

  @Test func `every metric of the catalog has a golden value`() throws {
    let covered = Set(try Self.file.get().cases.map(\.metric))
    #expect(covered == Set(Catalog.metrics.map { $0.info.name.description }))
  }

  static let three = Outcome(
    rows: 3, classes: 3, targets: [0, 1, 1], predictions: [0, 1, 2],
    probabilities: [0.8, 0.1, 0.1, 0.2, 0.6, 0.2, 0.3, 0.3, 0.4], loss: 0)

  @Test(
    arguments: [
      ("precision", ["average": "binary"]), ("roc_curve", [:]), ("roc_curve", ["pos_label": 3]),
      ("roc_curve", ["pos_label": 2]), ("calibration_curve", [:]), ("roc_auc", [:]),
      ("average_precision", [:]),
    ] as [(String, [String: JSON])])
  func `what has no meaning for the classes at hand is refused`(name: String, params: [String: JSON]) throws {
    let metric = try component(.metric, name, params)
    #expect(throws: EngineError.self) { try Self.three.measure(metric) }
  }

  @Test func `a class that is never predicted has precision 0`() throws {
    let outcome = Outcome(
      rows: 2, classes: 2, targets: [1, 0], predictions: [0, 0], probabilities: [1, 0, 1, 0], loss: 0)
    #expect(try outcome.measure(component(.metric, "precision")).values == [0])
    #expect(try outcome.measure(component(.metric, "f1")).values == [0])
  }

  @Test(arguments: ["log_loss", "top_k_accuracy", "roc_auc", "roc_curve", "calibration_curve"])
  func `without probabilities what needs them is refused`(name: String) throws {
    let outcome = Outcome(
      rows: 2, classes: 2, targets: [1, 0], predictions: [0, 1], probabilities: [], loss: 0)
    let metric = try component(.metric, name)
    #expect(throws: EngineError.self) { try outcome.measure(metric) }
  }

  @Test func `one row has no variance to explain`() throws {
    let outcome = Outcome(
      rows: 1, classes: 0, targets: [1], predictions: [0], probabilities: [], loss: 0)
    #expect(throws: EngineError.self) { try outcome.measure(component(.metric, "r2")) }
  }
}
