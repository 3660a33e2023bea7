/// Two half circles that reach into one another, a class each.
///
/// (cos t, sin t) and (1 − cos t, ½ − sin t) for t from 0 to π; features
/// `[n_samples, 2]`. Throws without a sample.
struct MakeMoons: DatasetKind {
  static let info = Info(
    "make_moons", TwoCurves.parameters,
    summary: "Draws two half circles that reach into one another.",
    formula: #"(\cos t, \sin t), \quad (1 - \cos t, \tfrac{1}{2} - \sin t), \quad 0 \le t \le \pi"#,
    source: "scikit-learn, sklearn.datasets.make_moons")

  let curves: TwoCurves

  init(_ arguments: inout Arguments) throws(EngineError) {
    curves = TwoCurves(&arguments)
    if curves.counts == [0, 0] { throw Self.invalid(parameter: 0, "must be at least 1 sample") }
  }

  var size: (samples: Int, features: Int)? { curves.size }

  func load(seed: UInt32, table: Table?) -> Table {
    curves.load(seed: seed) { label, index in
      let t = angle(index, of: curves.counts[label])
      return label == 0 ? [Double.cos(t), Double.sin(t)] : [1 - Double.cos(t), 1 - Double.sin(t) - 0.5]
    }
  }

  /// `numpy.linspace(0, pi, count)[index]`.
  private func angle(_ index: Int, of count: Int) -> Double {
    if index == 0 { return 0 }
    return index == count - 1 ? .pi : Double(index) * (.pi / Double(count - 1))
  }
}
