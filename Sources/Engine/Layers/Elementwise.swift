/// A layer that maps each element by itself: y = f(x).
protocol Elementwise: LayerKind {
  /// f(x).
  func value<S: Scalar>(_ x: S) -> S
  /// f′(x), given x and y = f(x).
  func slope<S: Scalar>(_ x: S, _ y: S) -> S
}

extension Elementwise {
  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    let y = builder.value(x.shape)
    let count = x.shape.count
    builder.append(
      forward: { w in
        let input = w.data(x)
        let output = w.data(y)
        for i in 0..<w.rows &* count { output[i] = value(input[i]) }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let input = w.data(x)
        let output = w.data(y)
        for i in 0..<w.rows &* count { dx[i] = dy[i] * slope(input[i], output[i]) }
      })
    return y
  }
}

extension Scalar {
  /// The logistic function 1 / (1 + exp(−x)).
  @inline(__always)
  static func sigmoid(_ x: Self) -> Self { 1 / (1 + exp(-x)) }

  /// log(1 + exp(x)), without overflow.
  @inline(__always)
  static func softplus(_ x: Self) -> Self { Swift.max(x, 0) + log1p(exp(-abs(x))) }
}
