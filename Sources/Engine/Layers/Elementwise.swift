/// A layer that maps each element by itself: y = f(x).
protocol Elementwise: LayerKind {
  /// f(x).
  func value<S: Scalar>(_ x: S) -> S
  /// f′(x), given x and y = f(x).
  func slope<S: Scalar>(_ x: S, _ y: S) -> S
  /// Writes f(x) for `count` elements: one by one, unless a layer knows better.
  func write<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int)
  /// Writes dy · f′(x) for `count` elements.
  func writeGradient<S: Scalar>(
    _ dy: UnsafePointer<S>, _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, to dx: UnsafeMutablePointer<S>,
    count: Int)
}

extension Elementwise {
  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    let y = builder.value(like: x)
    let count = x.shape.count
    builder.append(
      forward: { w in
        write(w.data(x), to: w.data(y), count: w.rows &* count)
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        writeGradient(dy, w.data(x), w.data(y), to: dx, count: w.rows &* count)
      })
    return y
  }

  @inline(__always)
  func write<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int) {
    for i in 0..<count { y[i] = value(x[i]) }
  }

  @inline(__always)
  func writeGradient<S: Scalar>(
    _ dy: UnsafePointer<S>, _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, to dx: UnsafeMutablePointer<S>,
    count: Int
  ) {
    for i in 0..<count { dx[i] = dy[i] * slope(x[i], y[i]) }
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
