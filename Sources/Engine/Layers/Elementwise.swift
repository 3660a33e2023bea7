/// A layer that maps each element by itself: y = f(x).
protocol Elementwise: LayerKind {
  /// f(x).
  func value<S: Scalar>(_ x: S) -> S
  /// f′(x), given x and y = f(x).
  func slope<S: Scalar>(_ x: S, _ y: S) -> S
  /// f of eight elements: for the functions that vectors can reckon.
  func value<S: Scalar>(_ x: SIMD8<S>) -> SIMD8<S>
  /// f′ of eight elements.
  func slope<S: Scalar>(_ x: SIMD8<S>, _ y: SIMD8<S>) -> SIMD8<S>
}

extension Elementwise {
  @inline(__always)
  func value<S: Scalar>(_ x: SIMD8<S>) -> SIMD8<S> {
    var y = x
    for lane in 0..<8 { y[lane] = value(x[lane]) }
    return y
  }

  @inline(__always)
  func slope<S: Scalar>(_ x: SIMD8<S>, _ y: SIMD8<S>) -> SIMD8<S> {
    var slopes = x
    for lane in 0..<8 { slopes[lane] = slope(x[lane], y[lane]) }
    return slopes
  }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    let y = builder.value(x.shape)
    let count = x.shape.count
    builder.append(
      forward: { w in
        let (x, y) = (w.data(x), w.data(y))
        Eight.forEach(of: w.rows &* count) { y[$0] = value(x[$0]) }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let (x, y) = (w.data(x), w.data(y))
        Eight.forEach(of: w.rows &* count) { dx[$0] = dy[$0] * slope(x[$0], y[$0]) }
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
