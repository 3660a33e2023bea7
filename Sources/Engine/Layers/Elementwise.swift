extension Builder where S: Scalar {
  /// An operation that maps each element by `function`; `derivative` is given the element and what became of it.
  mutating func elementwise(
    _ x: Value, _ function: @escaping (S) -> S, derivative: @escaping (S, S) -> S
  ) -> Value {
    let y = value(x.shape)
    let count = x.shape.count
    append(
      forward: { w in
        let input = w.data(x)
        let output = w.data(y)
        for i in 0..<w.rows * count { output[i] = function(input[i]) }
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let input = w.data(x)
        let output = w.data(y)
        for i in 0..<w.rows * count { dx[i] = dy[i] * derivative(input[i], output[i]) }
      })
    return y
  }
}
