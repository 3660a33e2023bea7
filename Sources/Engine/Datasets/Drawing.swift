// What the generators of samples have in common.

extension NumpyGenerator {
  /// `RandomState.random_sample`: reals from 0 on, below 1.
  mutating func uniforms(_ count: Int) -> [Double] { (0..<count).map { _ in uniform() } }

  /// `RandomState.random_sample` of a shape, in order of rows.
  mutating func uniforms(rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, values: uniforms(rows * columns))
  }

  /// `RandomState.standard_normal` of a shape, in order of rows.
  mutating func normals(rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, values: (0..<rows * columns).map { _ in normal() })
  }

  /// `RandomState.randint(0, count)`.
  mutating func integer(below count: Int) -> Int { Int(interval(UInt64(count - 1))) }
}

extension Parameter {
  /// How many samples to draw.
  static let sampleCount = Parameter.integer("n_samples", default: 100, "number of samples")
  /// The seed of a component's own draws.
  static let randomState = Parameter.optionalInteger(
    "random_state", in: 0...Int(Int32.max), "seed of its draws; the lesson's seed when left out")
}

extension Arguments {
  /// The next argument, a `random_state`.
  mutating func nextSeed() -> UInt32? {
    let state: Int? = next()
    return state.map { UInt32($0) }
  }
}

extension Table {
  /// A table of `features` and one target for each row.
  init(_ features: Matrix, targets: [Double], classes: Int) {
    self.init(
      rows: features.rows, columns: features.columns, features: features.values, targets: targets,
      classes: classes)
  }

  /// The features, `[rows, columns]`.
  var matrix: Matrix { Matrix(rows: rows, columns: columns, values: features) }

  /// The rows in an order that `generator` draws, as `sklearn.utils.shuffle`.
  func shuffled(_ generator: inout NumpyGenerator) -> Table { selecting(generator.permutation(rows)) }

  /// Adds normal noise of deviation `scale` to every feature, in order of rows.
  mutating func addNoise(_ scale: Double, _ generator: inout NumpyGenerator) {
    for i in features.indices { features[i] += generator.normal(mean: 0, std: scale) }
  }
}
