/// A surface rolled up in three dimensions; the target is the angle along it.
///
/// (t cos t, v, t sin t) with t from 3π/2 to 9π/2 and v from 0 to 21; features `[n_samples, 3]`.
/// With `hole` the surface's middle ninth is left out.
struct MakeSwissRoll: DatasetKind {
  static let info = Info(
    "make_swiss_roll",
    [
      .sampleCount,
      .real("noise", in: .nonnegative, default: 0, "standard deviation of the noise"),
      .randomState,
      .flag("hole", default: false, "leave the middle out"),
    ],
    summary: "Draws points of a surface rolled up; the target is the angle along it.",
    formula: #"(t \cos t, v, t \sin t)"#,
    source: "Marsland, Machine Learning: An Algorithmic Perspective, 2009")

  let samples: Int
  let noise: Double
  let seed: UInt32?
  let hole: Bool

  init(_ arguments: inout Arguments) {
    samples = arguments.next()
    noise = arguments.next()
    seed = arguments.nextSeed()
    hole = arguments.next()
  }

  var size: (samples: Int, features: Int)? { (samples, 3) }

  func load(seed: UInt32, table: Table?) -> Table {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let (angles, heights) = hole ? aroundHole(&generator) : whole(&generator)
    let noises = generator.normals(rows: 3, columns: samples)
    var x = Matrix(rows: samples, columns: 3)
    for (i, t) in angles.enumerated() {
      x[i, 0] = t * Double.cos(t) + noise * noises[0, i]
      x[i, 1] = heights[i] + noise * noises[1, i]
      x[i, 2] = t * Double.sin(t) + noise * noises[2, i]
    }
    return Table(x, targets: angles, classes: 0)
  }

  private func whole(_ generator: inout NumpyGenerator) -> (angles: [Double], heights: [Double]) {
    let angles = generator.uniforms(samples).map { 1.5 * .pi * (1 + 2 * $0) }
    return (angles, generator.uniforms(samples).map { 21 * $0 })
  }

  /// Each sample in one of the eight tiles around the middle one, three by three.
  private func aroundHole(_ generator: inout NumpyGenerator) -> (angles: [Double], heights: [Double]) {
    let tiles = (0..<samples).map { _ in
      let tile = generator.integer(below: 8)
      return tile < 4 ? tile : tile + 1
    }
    let along = generator.uniforms(samples).map { $0 * .pi }
    let across = generator.uniforms(samples).map { $0 * 7 }
    return (
      zip(tiles, along).map { .pi * (1.5 + Double($0 / 3)) + $1 },
      zip(tiles, across).map { Double($0 % 3 * 7) + $1 }
    )
  }
}
