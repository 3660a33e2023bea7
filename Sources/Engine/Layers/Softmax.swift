/// The softmax along one axis: y = exp(x − max x) / Σ exp(x − max x).
///
/// Axes count from the batch, 0; left out, `dim` is 1 for `[batch, features]` and
/// must be given for other shapes.
struct Softmax: LayerKind {
  static let info = Info(
    "Softmax",
    [.optionalInteger("dim", in: -8...8, "axis whose elements come to sum to 1; the batch is axis 0")],
    summary: "Makes positive numbers that sum to 1.",
    formula: #"y_i = \frac{\exp x_i}{\sum_j \exp x_j}"#,
    source: "Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990")

  let dim: Int?

  init(_ arguments: inout Arguments) { dim = arguments.next() }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    let axis = try Lines(of: x.shape, along: dim, for: Self.self)
    let y = builder.value(x.shape)
    builder.append(
      forward: { w in
        let (input, output) = (w.data(x), w.data(y))
        let step = axis.step
        axis.forEach(rows: w.rows) { start, count in
          softmax(input + start, step: step, count: count, to: output + start)
        }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let output = w.data(y)
        let step = axis.step
        axis.forEach(rows: w.rows) { start, count in
          softmaxGradient(output + start, dy + start, step: step, count: count, to: dx + start)
        }
      })
    return y
  }
}

/// Writes the softmax of `count` elements, `step` apart, to `output`.
@inline(__always)
func softmax<S: Scalar>(
  _ input: UnsafePointer<S>, step: Int = 1, count: Int, to output: UnsafeMutablePointer<S>
) {
  let highest = greatest(count: count) { input[$0 &* step] }
  for i in 0..<count { output[i &* step] = S.exp(input[i &* step] - highest) }
  let sum = laneSum(count: count) { output[$0 &* step] }
  for i in 0..<count { output[i &* step] /= sum }
}

/// Writes the gradient of a softmax's input, y (dy − Σ y dy), from its output `y`; `dx` may be `dy`.
@inline(__always)
func softmaxGradient<S: Scalar>(
  _ y: UnsafePointer<S>, _ dy: UnsafePointer<S>, step: Int = 1, count: Int, to dx: UnsafeMutablePointer<S>
) {
  let sum = laneSum(count: count) { y[$0 &* step] * dy[$0 &* step] }
  for i in 0..<count { dx[i &* step] = y[i &* step] * (dy[i &* step] - sum) }
}

/// The lines of a tensor along one of its axes, the batch among them.
struct Lines: Sendable {
  /// Elements from one of a line to the next.
  let step: Int
  /// Elements of a line; nil where it runs along the batch.
  let length: Int?
  /// Elements per sample.
  let perRow: Int

  /// The lines of `shape` along axis `dim`, counted from the batch, 0, or from the last, −1.
  init<Kind: ComponentKind>(of shape: Shape, along dim: Int?, for _: Kind.Type) throws(EngineError) {
    if dim == nil && shape.rank != 1 {
      throw Kind.invalid(parameter: 0, "it must be given where there is more than one axis of features")
    }
    let rank = shape.rank + 1
    let axis = dim ?? 1
    guard axis < rank, axis >= -rank else {
      throw Kind.invalid(parameter: 0, "there are not that many axes")
    }
    let place = axis < 0 ? axis + rank : axis
    step = shape.sizes.dropFirst(place).reduce(1, *)
    length = place == 0 ? nil : shape.sizes[place - 1]
    perRow = shape.count
  }

  /// Calls `body` with the first place of each line and its number of elements.
  @inline(__always)
  func forEach(rows: Int, _ body: (Int, Int) -> Void) {
    guard let length else {
      for start in 0..<perRow { body(start, rows) }
      return
    }
    let block = length &* step
    for outer in 0..<rows &* perRow / block {
      for inner in 0..<step { body(outer &* block &+ inner, length) }
    }
  }
}
