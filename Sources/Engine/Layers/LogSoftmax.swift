/// The logarithm of the softmax along one axis: y = x − max x − log Σ exp(x − max x).
///
/// Axes count from the batch, 0; left out, `dim` is 1 for `[batch, features]` and
/// must be given for other shapes.
struct LogSoftmax: LayerKind {
  static let info = Info(
    "LogSoftmax",
    [.optionalInteger("dim", in: -8...8, "axis whose exponentials come to sum to 1; the batch is axis 0")],
    summary: "Makes log-probabilities.",
    formula: #"y_i = x_i - \log \sum_j \exp x_j"#,
    source: "PyTorch, torch.nn.LogSoftmax")

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
          let (x, y) = (input + start, output + start)
          let highest = greatest(count: count) { x[$0 &* step] }
          let logSum = S.log(laneSum(count: count) { S.exp(x[$0 &* step] - highest) })
          for i in 0..<count { y[i &* step] = x[i &* step] - highest - logSum }
        }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let output = w.data(y)
        let step = axis.step
        axis.forEach(rows: w.rows) { start, count in
          let (y, dy, dx) = (output + start, dy + start, dx + start)
          let sum = laneSum(count: count) { dy[$0 &* step] }
          for i in 0..<count { dx[i &* step] = dy[i &* step] - S.exp(y[i &* step]) * sum }
        }
      })
    return y
  }
}
