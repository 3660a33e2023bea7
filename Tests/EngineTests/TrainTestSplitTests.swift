import Testing

@testable import Engine
import EngineTestSupport

@Suite struct TrainTestSplitTests {
  @Test func `the golden splits are there`() { #expect(!SplitGolden.all.isEmpty) }

  @Test(arguments: SplitGolden.all)
  func `the parts are scikit-learn's, row by row`(_ golden: SplitGolden) throws {
    let labels = golden.stratify ?? Array(repeating: 0, count: golden.n)
    var data = Partition(Table(labels: labels, classes: (labels.max() ?? 0) + 1))
    var params = golden.params
    params["random_state"] = .number(Double(golden.random_state))
    params["stratify"] = .bool(golden.stratify != nil)
    #expect(try data.apply("train_test_split", params, seed: 99) == Fitted())
    #expect(data.trainRows == golden.train)
    #expect(data.validationRows == golden.test)
    #expect(data.train.features == golden.train.map(Double.init))
    #expect(data.validation?.features == golden.test.map(Double.init))
  }

  @Test func `without a random_state the lesson's seed draws`() throws {
    var data = Partition(Table(labels: Array(repeating: 0, count: 20), classes: 1))
    var other = data
    _ = try data.apply("train_test_split", seed: 7)
    _ = try other.apply("train_test_split", ["random_state": 7], seed: 1)
    #expect(data == other)
  }

  static let refused: [([Int], [String: JSON])] = [
    ([0, 1], ["test_size": 2]), ([0], [:]), ([], [:]), ([0, 0, 1], ["train_size": 0.1]),
    ([0, 0, 1, 1], ["train_size": 3, "test_size": 2]), ([0, 0, 0], ["test_size": 1e300]),
    ([0, 0, 1], ["stratify": true]), ([0, 0, 1, 1, 2, 2], ["stratify": true, "test_size": 2]),
    ([0, 0, 1, 1], ["test_size": 1.5]), ([0, 0, 1, 1], ["test_size": 0.6, "train_size": 0.6]),
    ([0, 0, 1, 1], ["stratify": true, "shuffle": false]),
  ]

  @Test(arguments: refused)
  func `parts that cannot be made are refused`(labels: [Int], params: [String: JSON]) throws {
    var data = Partition(Table(labels: labels, classes: 3))
    #expect(throws: EngineError.self) { try data.apply("train_test_split", params) }
  }

  @Test func `values are no classes to stratify by`() throws {
    var data = Partition(Table(labels: [1, 2, 3, 4], classes: 0))
    #expect(throws: EngineError.self) { try data.apply("train_test_split", ["stratify": true]) }
  }

  @Test func `samples are split once`() throws {
    var data = Partition(Table(labels: [0, 1, 0, 1, 0], classes: 2))
    _ = try data.apply("train_test_split")
    #expect(throws: EngineError.self) { try data.apply("train_test_split") }
  }
}
