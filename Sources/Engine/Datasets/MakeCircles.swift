/// A circle inside another, a class each.
///
/// (cos t, sin t) and the same times `factor`, t in equal steps around the circle; features `[n_samples, 2]`.
/// Throws without a sample.
struct MakeCircles: DatasetKind {
  static let info = Info(
    "make_circles",
    TwoCurves.parameters + [
      .real("factor", in: .belowOne, default: 0.8, "radius of the inner circle; the outer has 1")
    ],
    summary: "Draws a circle inside another.",
    formula: #"(\cos t, \sin t), \quad f \cdot (\cos t, \sin t), \quad 0 \le t < 2\pi"#,
    source: "scikit-learn, sklearn.datasets.make_circles")

  let curves: TwoCurves
  let factor: Double

  init(_ arguments: inout Arguments) throws(EngineError) {
    curves = TwoCurves(&arguments)
    factor = arguments.next()
    if curves.counts == [0, 0] { throw Self.invalid(parameter: 0, "must be at least 1 sample") }
  }

  var size: (samples: Int, features: Int)? { curves.size }

  func load(seed: UInt32, table: Table?) -> Table {
    curves.load(seed: seed) { label, index in
      let t = Double(index) * (2 * .pi / Double(curves.counts[label]))
      let radius = label == 0 ? 1 : factor
      return [Double.cos(t) * radius, Double.sin(t) * radius]
    }
  }
}
