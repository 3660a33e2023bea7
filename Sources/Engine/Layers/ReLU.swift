/// The rectified linear unit: y = max(0, x), element by element; its derivative at 0 is 0.
struct ReLU: LayerKind {
  static let info = Info(
    "ReLU", summary: "Keeps what is positive and makes the rest 0.", formula: #"y = \max(0, x)"#,
    source: "Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010")

  init(_ arguments: inout Arguments) {}

  func build<S: Scalar>(_ x: Value, _ builder: inout Builder<S>) -> Value {
    builder.elementwise(x) { x in x > 0 ? x : 0 } derivative: { x, _ in x > 0 ? 1 : 0 }
  }
}
