/// A surface bent like an S in three dimensions; the target is the place along it.
///
/// (sin t, v, sign t · (cos t − 1)) with t from −3π/2 to 3π/2 and v from 0 to 2; features `[n_samples, 3]`.
struct MakeSCurve: DatasetKind {
  static let info = Info(
    "make_s_curve",
    [
      .sampleCount,
      .real("noise", in: .nonnegative, default: 0, "standard deviation of the noise"),
      .randomState,
    ],
    summary: "Draws points of a surface bent like an S; the target is the place along it.",
    formula: #"(\sin t, v, \operatorname{sign}(t)(\cos t - 1))"#,
    source: "Marsland, Machine Learning: An Algorithmic Perspective, 2009")

  let samples: Int
  let noise: Double
  let seed: UInt32?

  init(_ arguments: inout Arguments) {
    samples = arguments.next()
    noise = arguments.next()
    seed = arguments.nextSeed()
  }

  var size: (samples: Int, features: Int)? { (samples, 3) }

  func load(seed: UInt32, table: Table?) -> Table {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let places = generator.uniforms(samples).map { 3 * .pi * ($0 - 0.5) }
    let heights = generator.uniforms(samples).map { 2 * $0 }
    let noises = generator.normals(rows: 3, columns: samples)
    var x = Matrix(rows: samples, columns: 3)
    for (i, t) in places.enumerated() {
      let sign: Double = t > 0 ? 1 : t < 0 ? -1 : 0
      x[i, 0] = Double.sin(t) + noise * noises[0, i]
      x[i, 1] = heights[i] + noise * noises[1, i]
      x[i, 2] = sign * (Double.cos(t) - 1) + noise * noises[2, i]
    }
    return Table(x, targets: places, classes: 0)
  }
}
