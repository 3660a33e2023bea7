import Testing

@testable import Engine
import EngineTestSupport

@Suite struct TransformTests {
  @Test func `the golden transforms are there`() { #expect(!TransformGolden.all.isEmpty) }

  @Test(arguments: TransformGolden.all)
  func `a transform does what scikit-learn does`(_ golden: TransformGolden) throws {
    var data = Partition(train: golden.train, validation: golden.validation)
    let fitted = try data.apply(golden.fn, golden.params)
    let validation = try #require(data.validation)
    #expect([data.train.rows, data.train.columns] == golden.transformed_train.shape)
    #expect([validation.rows, validation.columns] == golden.transformed_validation.shape)
    #expect(agree(data.train.features, golden.transformed_train.data, to: golden.tolerance))
    #expect(agree(validation.features, golden.transformed_validation.data, to: golden.tolerance))
    for (name, values) in golden.fitted {
      let place = try #require(fitted.names.firstIndex(of: name))
      #expect(agree(fitted.values[place], values, to: golden.tolerance), "\(name)")
    }
    if golden.fn != "OneHotEncoder" { #expect(fitted.names.count == golden.fitted.count) }
  }

  struct Scaled: Decodable {
    struct Golden: Decodable {
      let X, transformed: Goldens.Tensor
      let mean, scale: [Double]
    }
    let standard_scaler: Golden
  }

  @Test func `StandardScaler's means and deviations are scikit-learn's`() throws {
    let golden = try Goldens.load("rng", as: Scaled.self).standard_scaler
    var data = Partition(Table(golden.X))
    let fitted = try data.apply("StandardScaler")
    #expect(fitted.names == ["mean_", "var_", "scale_"])
    #expect(agree(fitted.values[0], golden.mean, to: 1e-15))
    #expect(agree(fitted.values[2], golden.scale, to: 1e-15))
    #expect(agree(data.train.features, golden.transformed.data, to: 1e-13))
    #expect(data.validation == nil)
  }

  @Test func `StandardScaler scales a regression's target when asked`() throws {
    var data = Partition(
      Table(rows: 2, columns: 1, features: [0, 2], targets: [10, 30], classes: 0))
    data.validation = Table(rows: 1, columns: 1, features: [4], targets: [50], classes: 0)
    let fitted = try data.apply("StandardScaler", ["target": true])
    #expect(data.train.targets == [-1, 1])
    #expect(data.validation?.targets == [3])
    #expect(fitted.names == ["mean_", "var_", "scale_", "target_mean_", "target_var_", "target_scale_"])
    #expect(fitted.values[3] == [20])
  }

  @Test func `Rescaling multiplies, then adds`() throws {
    var data = Partition(Table(labels: [0, 0, 0], classes: 1))
    _ = try data.apply("Rescaling", ["scale": 0.5, "offset": 1])
    #expect(data.train.features == [1, 1.5, 2])
  }

  static let named: [(String, [String: JSON], [String])] = [
    ("PCA", ["n_components": 2], ["pca0", "pca1"]),
    ("PolynomialFeatures", [:], ["1", "a", "b", "a^2", "a b", "b^2"]),
    ("OneHotEncoder", ["columns": [1]], ["b_-1", "b_4", "a"]),
    ("StandardScaler", [:], ["a", "b"]),
  ]

  @Test(arguments: named)
  func `features are called as scikit-learn calls them`(
    name: String, params: [String: JSON], names: [String]
  ) throws {
    var data = Partition(
      Table(rows: 3, columns: 2, features: [1, 4, 3, -1, 2, 4], targets: [0, 0, 0], classes: 1))
    data.train.featureNames = ["a", "b"]
    _ = try data.apply(name, params)
    #expect(data.train.featureNames == names)
  }

  @Test func `directions come with length 1 at right angles, the strongest first`() {
    let matrix = Matrix(rows: 3, columns: 3, values: [2, 1, 0, 1, 3, -1, 0, -1, 2])
    let eigen = SymmetricEigen(matrix)
    let product = eigen.vectors * eigen.vectors.transposed
    #expect(agree(product.values, [1, 0, 0, 0, 1, 0, 0, 0, 1], to: 1e-15))
    #expect(agree(eigen.values, [4, 2, 1], to: 1e-15))
  }

  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.01, -2.326347874040841), (1e-20, -9.262340089798408),
  ])
  func `normal quantiles are right to the last digits`(probability: Double, value: Double) {
    #expect(abs(normalQuantile(probability) - value) <= 4e-16 * max(1, abs(value)))
  }

  static let refused: [(String, [String: JSON])] = [
    ("MinMaxScaler", ["feature_range": [1, 1]]), ("RobustScaler", ["quantile_range": [75, 25]]),
    ("RobustScaler", ["unit_variance": true, "quantile_range": [0, 100]]), ("PCA", ["n_components": 3]),
    ("PCA", ["n_components": 1.5]), ("PolynomialFeatures", ["degree": [3, 2]]),
    ("PolynomialFeatures", ["degree": 0, "include_bias": false]), ("OneHotEncoder", ["columns": [2]]),
    ("OneHotEncoder", ["columns": [0, 0]]), ("StandardScaler", ["target": true]),
    ("OneHotEncoder", ["columns": [0]]),
  ]

  @Test(arguments: refused)
  func `what cannot be done is refused`(name: String, params: [String: JSON]) throws {
    var data = Partition(
      Table(rows: 3, columns: 2, features: [1, 4, 3, -1, 2, 4], targets: [0, 0, 0], classes: 1))
    data.validation = Table(rows: 1, columns: 2, features: [9, 9], targets: [0], classes: 1)
    #expect(throws: EngineError.self) { try data.apply(name, params) }
  }

  @Test func `too many products are refused before they are made`() throws {
    var data = Partition(
      Table(rows: 2, columns: 200, features: Array(repeating: 1, count: 400), targets: [0, 0], classes: 1))
    #expect(throws: EngineError.self) { try data.apply("PolynomialFeatures", ["degree": 20]) }
  }

  @Test(arguments: ["StandardScaler", "MinMaxScaler", "RobustScaler", "PCA"])
  func `nothing is learned from no sample`(name: String) throws {
    var data = Partition(Table(rows: 0, columns: 2, features: [], targets: [], classes: 1))
    #expect(throws: EngineError.self) { try data.apply(name) }
  }
}
