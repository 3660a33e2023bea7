/// Sets each element to 0 with probability p while training, and divides the rest by
/// 1 − p; the identity elsewhere.
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
    let y = value(like: x)
    let count = x.shape.count
    let noise = reserve(Shape(count / shared), rows: capacity)
    append(
      forward: { w in
        let draws = w.rows &* count / shared
        let factors = UnsafeMutableBufferPointer(start: w.arena + noise, count: draws)
        w.generator.dropout(into: factors, p: w.training ? p : 0)
        let rows = Rows(count: w.rows, parts: x.parts, draws: count / shared, shared: shared)
        rows.scale(w.data(x), by: w.arena + noise, to: w.data(y))
      },
      backward: { w in
        guard let dx = w.gradient(x), let dy = w.gradient(y) else { return }
        let rows = Rows(count: w.rows, parts: x.parts, draws: count / shared, shared: shared)
        rows.scale(dy, by: w.arena + noise, to: dx)
      })
    return y
  }
}

/// The rows of a batch, and how their draws lie.
private struct Rows {
  let count: Int
  /// In how many parts the draws of a row come: the first parts of all rows, then their second parts.
  let parts: Int
  /// Draws of a row.
  let draws: Int
  /// Neighbouring elements that have a draw in common.
  let shared: Int

  /// Multiplies each element of `x` by its draw.
  func scale<S: Scalar>(_ x: UnsafePointer<S>, by noise: UnsafePointer<S>, to y: UnsafeMutablePointer<S>) {
    let size = draws / parts
    for row in 0..<count {
      for part in 0..<parts {
        let (from, to) = (noise + (part &* count &+ row) &* size, (row &* parts &+ part) &* size)
        for draw in 0..<size {
          let start = (to &+ draw) &* shared
          for i in start..<start &+ shared { y[i] = x[i] * from[draw] }
        }
      }
    }
  }
}
