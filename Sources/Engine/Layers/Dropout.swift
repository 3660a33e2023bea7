/// Sets each element to 0 with probability p while training, and divides the rest by 1 − p; the identity elsewhere.
struct Dropout: LayerKind {
  static let info = Info(
    "Dropout", [.real("p", in: .unit, default: 0.5, "share of elements that are dropped")],
    summary: "Drops elements at random while training.",
    formula: #"y = \frac{x \, m}{1 - p}, \quad m \sim \mathrm{Bernoulli}(1 - p)"#,
    source: "Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014")

  let p: Double

  init(_ arguments: inout Arguments) { p = arguments.next() }

  init(p: Double) { self.p = p }

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    builder.dropout(x, p: p, shared: 1)
  }
}

extension Builder where S: Scalar {
  /// Dropout with one draw for every `shared` neighbouring elements.
  mutating func dropout(_ x: Value, p: Double, shared: Int) -> Value {
    let y = value(x.shape)
    let count = x.shape.count
    let noise = reserve(Shape(count / shared), rows: capacity)
    append(
      forward: { w in
        let draws = w.rows &* count / shared
        let factors = UnsafeMutableBufferPointer(start: w.arena + noise, count: draws)
        w.generator.dropout(into: factors, p: w.training ? p : 0)
        scale(w.data(x), by: w.arena + noise, draws: draws, shared: shared, to: w.data(y))
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        scale(dy, by: w.arena + noise, draws: w.rows &* count / shared, shared: shared, to: dx)
      })
    return y
  }
}

/// Multiplies each `shared` neighbouring elements by one element of `noise`.
private func scale<S: Scalar>(
  _ x: UnsafePointer<S>, by noise: UnsafePointer<S>, draws: Int, shared: Int, to y: UnsafeMutablePointer<S>
) {
  for draw in 0..<draws {
    let factor = noise[draw]
    for i in draw &* shared..<(draw &+ 1) &* shared { y[i] = x[i] * factor }
  }
}
