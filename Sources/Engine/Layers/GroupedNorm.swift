/// Normalises groups of neighbouring elements of a sample: y = (x − mean) / √(variance + ε) · w + b.
///
/// Mean and (biased) variance are those of the group, in lanes. An element's w and b are number (place /
/// span) mod count, which makes it a layer normalisation (span 1) or a group normalisation (span a plane).
struct GroupedNorm<S: Scalar> {
  let x: Value
  let y: Value
  let affine: Affine
  /// Elements of a group.
  let size: Int
  /// Neighbouring elements that share w and b.
  let span: Int
  /// How many w and b there are.
  let count: Int
  let epsilon: S
  /// Mean and 1/√(variance + ε) of each group.
  private let statistics: Int
  /// w and b of each element of a sample, and their gradients.
  private let spread: Int

  init(
    _ x: Value, size: Int, affine: Affine, span: Int, count: Int, epsilon: Double, _ builder: inout Builder<S>
  ) {
    self.x = x
    self.affine = affine
    self.size = size
    self.span = span
    self.count = count
    self.epsilon = S(epsilon)
    y = builder.value(x.shape)
    statistics = builder.reserve(Shape(2, x.shape.count / size), rows: builder.capacity)
    spread = builder.reserve(Shape(2, x.shape.count))
    let pass = self
    builder.append(forward: { pass.forward(&$0) }, backward: { pass.backward(&$0) })
  }

  private func forward(_ w: inout Workspace<S>) {
    let (input, output) = (w.data(x), w.data(y))
    let statistics = w.arena + statistics
    let perRow = x.shape.count
    let factors = w.arena + spread
    let shifts = factors + perRow
    for j in 0..<perRow {
      factors[j] = affine.weight.map { w.data($0)[j / span % count] } ?? 1
      shifts[j] = affine.bias.map { w.data($0)[j / span % count] } ?? 0
    }
    let groups = perRow / size
    for group in 0..<w.rows &* groups {
      let (x, y) = (input + group &* size, output + group &* size)
      let place = group % groups &* size
      let mean = laneSum(count: size) { x[$0] } / S(size)
      let variance = laneSum(count: size) { (x[$0] - mean) * (x[$0] - mean) } / S(size)
      let scale = 1 / (variance + epsilon).squareRoot()
      statistics[2 &* group] = mean
      statistics[2 &* group &+ 1] = scale
      for i in 0..<size { y[i] = (x[i] - mean) * scale * factors[place &+ i] + shifts[place &+ i] }
    }
  }

  private func backward(_ w: inout Workspace<S>) {
    guard let dy = w.gradient(y) else { return }
    gatherAffine(dy, &w)
    guard let dx = w.gradient(x) else { return }
    let input = w.data(x)
    let statistics = w.arena + statistics
    let factors = w.arena + spread
    let groups = x.shape.count / size
    for group in 0..<w.rows &* groups {
      let (x, dy, dx) = (input + group &* size, dy + group &* size, dx + group &* size)
      let factors = factors + group % groups &* size
      let (mean, scale) = (statistics[2 &* group], statistics[2 &* group &+ 1])
      let along = laneSum(count: size) { dy[$0] * factors[$0] } / S(size)
      let across = laneSum(count: size) { dy[$0] * factors[$0] * ((x[$0] - mean) * scale) } / S(size)
      for i in 0..<size { dx[i] = (dy[i] * factors[i] - along - (x[i] - mean) * scale * across) * scale }
    }
  }

  /// Writes the gradients of w and b: summed over the rows in order, then over the elements that share them.
  private func gatherAffine(_ dy: UnsafePointer<S>, _ w: inout Workspace<S>) {
    let perRow = x.shape.count
    let groups = perRow / size
    let input = w.data(x)
    let statistics = w.arena + statistics
    if let weight = affine.weight {
      let gradient = w.gradient(weight)
      gradient.update(repeating: 0, count: count)
      for j in 0..<perRow {
        var sum: S = 0
        for row in 0..<w.rows {
          let group = row &* groups &+ j / size
          let i = row &* perRow &+ j
          sum += dy[i] * ((input[i] - statistics[2 &* group]) * statistics[2 &* group &+ 1])
        }
        gradient[j / span % count] += sum
      }
    }
    if let bias = affine.bias {
      let gradient = w.gradient(bias)
      gradient.update(repeating: 0, count: count)
      for j in 0..<perRow {
        var sum: S = 0
        for row in 0..<w.rows { sum += dy[row &* perRow &+ j] }
        gradient[j / span % count] += sum
      }
    }
  }
}
