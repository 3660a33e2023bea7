import Testing

@testable import Engine
import EngineTestSupport

/// What scikit-learn draws: the `sklearn_datasets` of `rng.json` and `preprocessing.json`.
struct DatasetGolden: Decodable, Sendable, CustomTestStringConvertible {
  let fn: String
  let params: [String: JSON]
  let random_state: Int
  let X: Goldens.Tensor
  let y: [JSON]
  let coef: [Double]?

  var testDescription: String { "\(fn) \(params) seed \(random_state)" }

  /// The component; nil where the catalog has none of that name.
  /// `coef` asks for the weights, which no lesson sees.
  func component() throws -> Component? {
    guard catalogHas(.dataset, fn) else { return nil }
    var settings = params
    settings["coef"] = nil
    settings["random_state"] = .number(Double(random_state))
    return try EngineTestSupport.component(.dataset, fn, settings)
  }

  /// The targets, row-major.
  var targets: [Double] { y.flatMap { $0.array?.compactMap(\.double) ?? [$0.double ?? .nan] } }

  private struct File: Decodable { let sklearn_datasets: [DatasetGolden] }

  static let all: [DatasetGolden] =
    ((try? Goldens.load("rng", as: File.self).sklearn_datasets) ?? [])
    + ((try? Goldens.load("preprocessing", as: File.self).sklearn_datasets) ?? [])
}

/// How scikit-learn divides samples: the `train_test_split` of `rng.json`.
struct SplitGolden: Decodable, Sendable, CustomTestStringConvertible {
  let n: Int
  let params: [String: JSON]
  let random_state: Int
  let stratify: [Int]?
  let train: [Int]
  let test: [Int]

  var testDescription: String { "\(n) samples \(params) seed \(random_state)" }

  private struct File: Decodable { let train_test_split: [SplitGolden] }

  static let all: [SplitGolden] = (try? Goldens.load("rng", as: File.self).train_test_split) ?? []
}

/// What scikit-learn makes of two parts: the `transforms` of `preprocessing.json`.
struct TransformGolden: Decodable, Sendable, CustomTestStringConvertible {
  let fn: String
  let params: [String: JSON]
  let train, validation, transformed_train, transformed_validation: Goldens.Tensor
  let fitted: [String: [Double]]

  var testDescription: String { "\(fn) \(params) \(train.shape)" }
  /// PCA goes through the covariance, scikit-learn mostly through the singular values.
  var tolerance: Double { fn == "PCA" ? 1e-11 : 1e-13 }

  private struct File: Decodable { let transforms: [TransformGolden] }

  static let all: [TransformGolden] =
    (try? Goldens.load("preprocessing", as: File.self).transforms) ?? []
}

/// Whether the values agree to `tolerance` of the largest of them.
func agree(_ a: [Double], _ b: [Double], to tolerance: Double) -> Bool {
  let scale = b.reduce(1) { max($0, abs($1)) }
  return a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * scale }
}

extension Table {
  /// Features alone.
  init(_ tensor: Goldens.Tensor) {
    self.init(
      rows: tensor.shape[0], columns: tensor.shape[1], features: tensor.data,
      targets: Array(repeating: 0, count: tensor.shape[0]), classes: 0)
  }

  /// As many samples as `labels`, with a feature that numbers them.
  init(labels: [Int], classes: Int) {
    self.init(
      rows: labels.count, columns: 1, features: labels.indices.map(Double.init),
      targets: labels.map(Double.init),
      classes: classes)
  }
}

extension Partition {
  /// Two parts of features alone.
  init(train: Goldens.Tensor, validation: Goldens.Tensor) {
    self.init(Table(train))
    self.validation = Table(validation)
  }

  /// Applies the transform that `params` set.
  mutating func apply(_ name: String, _ params: [String: JSON] = [:], seed: UInt32 = 0) throws -> Fitted {
    try apply(component(.transform, name, params), seed: seed)
  }
}
