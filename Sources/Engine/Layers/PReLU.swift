/// A ReLU with a trained slope below 0: y = x above 0, w x below, one w for all or one for each channel.
struct PReLU: LayerKind {
  static let info = Info(
    "PReLU",
    [
      .integer("num_parameters", default: 1, "slopes: 1, or one for each channel"),
      .real("init", default: 0.25, "what the slopes begin with"),
    ],
    summary: "Keeps what is positive and scales the rest by a trained slope.",
    formula: #"y = \max(0, x) + w \min(0, x)"#, source: "He et al., Delving deep into rectifiers, 2015")

  let count: Int
  let start: Double

  init(_ arguments: inout Arguments) {
    count = arguments.next()
    start = arguments.next()
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) throws(EngineError) -> Value {
    if count > 1 { try Self.agree("num_parameters", count, x.shape.rank == 0 ? 1 : x.shape[0]) }
    let (count, start) = (count, start)
    let weight = builder.weight("weight", Shape(count)) { values, _ in values.update(repeating: S(start)) }
    let y = builder.value(like: x)
    let plane = x.shape.count / count
    builder.append(
      forward: { w in
        let (input, slopes, output) = (w.data(x), w.data(weight), w.data(y))
        for i in 0..<w.rows &* count &* plane {
          output[i] = input[i] > 0 ? input[i] : slopes[i / plane % count] * input[i]
        }
      },
      backward: { w in
        guard let dy = w.gradient(y) else { return }
        let (input, slopes) = (w.data(x), w.data(weight))
        sumChannels(rows: w.rows, channels: count, plane: plane, to: w.gradient(weight)) { i, _ in
          input[i] > 0 ? 0 : dy[i] * input[i]
        }
        guard let dx = w.gradient(x) else { return }
        for i in 0..<w.rows &* count &* plane {
          dx[i] = input[i] > 0 ? dy[i] : slopes[i / plane % count] * dy[i]
        }
      })
    return y
  }
}
