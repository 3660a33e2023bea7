import Testing

@testable import Engine
import EngineTestSupport

@Suite struct DatasetTests {
  @Test func `the golden data sets are there`() { #expect(!DatasetGolden.all.isEmpty) }

  @Test(arguments: DatasetGolden.all)
  func `a generator draws what scikit-learn draws`(_ golden: DatasetGolden) throws {
    guard let component = try golden.component() else { return }
    let dataset = try Dataset(component)
    let table = try dataset.load(seed: 12345)
    #expect([table.rows, table.columns] == golden.X.shape)
    #expect(dataset.size.map { [$0.samples, $0.features] } == golden.X.shape)
    #expect(agree(table.features, golden.X.data, to: 1e-13))
    if table.classes > 0 {
      #expect(table.targets == golden.targets)
    } else {
      #expect(agree(table.targets, golden.targets, to: 1e-13))
    }
  }

  @Test(arguments: DatasetGolden.all.filter { $0.coef != nil })
  func `make_regression's weights are scikit-learn's`(_ golden: DatasetGolden) throws {
    guard let component = try golden.component() else { return }
    var arguments = Arguments(component.arguments)
    #expect(try MakeRegression(&arguments).draw(seed: 0).weights.values == golden.coef)
  }

  @Test(arguments: ["make_classification", "make_moons", "make_swiss_roll"])
  func `without a random_state the lesson's seed draws`(name: String) throws {
    let params: [String: JSON] = name == "make_moons" ? ["noise": 0.1] : [:]
    let own = try Dataset(component(.dataset, name, params.merging(["random_state": 3]) { $1 }))
    let dataset = try Dataset(component(.dataset, name, params))
    #expect(try dataset.load(seed: 3) == own.load(seed: 8))
    #expect(try dataset.load(seed: 4) != own.load(seed: 8))
  }

  static let refused: [(String, [String: JSON])] = [
    ("make_classification", ["n_features": 3]),
    ("make_classification", ["n_informative": 2, "n_classes": 5, "n_clusters_per_class": 1]),
    ("make_classification", ["weights": [0.5, 0.3, 0.2]]),
    ("make_classification", ["n_classes": 3, "n_informative": 4, "weights": [0.9, 0.9]]),
    ("make_classification", ["scale": [1, 2]]),
    ("make_classification", ["n_classes": 1_000_000_000]),
    ("make_classification", ["n_features": 1_000_000, "n_informative": 1_000_000]),
    ("make_moons", ["n_samples": 0]), ("make_circles", ["n_samples": [0, 0]]),
    ("make_blobs", ["n_samples": [3, 4], "centers": 2]), ("make_blobs", ["cluster_std": [1, 2]]),
    ("make_blobs", ["centers": 1_000_000_000]),
    ("make_blobs", ["n_samples": [1_000_000_000, 1_000_000_000]]),
    ("make_regression", ["n_targets": 1_000_000_000]),
    ("make_regression", ["n_samples": 100_000, "n_features": 100_000, "effective_rank": 2]),
  ]

  @Test(arguments: refused)
  func `settings that contradict one another or ask for too much are refused`(
    name: String, params: [String: JSON]
  ) throws {
    let component = try component(.dataset, name, params)
    #expect(throws: EngineError.self) { try Dataset(component) }
  }

  @Test func `the size is known before anything is drawn`() throws {
    let dataset = try Dataset(component(.dataset, "make_moons", ["n_samples": 500_000_000]))
    #expect(dataset.size?.samples == 500_000_000)
    #expect(dataset.size?.features == 2)
  }

  @Test func `shares that sum to less than 1 leave the rest to the first clusters`() throws {
    let params: [String: JSON] = [
      "n_samples": 10, "weights": [0, 0], "flip_y": 0, "n_clusters_per_class": 1,
    ]
    let table = try Dataset(component(.dataset, "make_classification", params)).load(seed: 0)
    #expect(table.targets.reduce(0, +) == 5)
  }
}
