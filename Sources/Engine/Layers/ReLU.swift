import CKernels

/// The rectified linear unit: y = max(0, x), element by element; its derivative at 0 is 0.
struct ReLU: Elementwise {
  static let info = Info(
    "ReLU", summary: "Keeps what is positive and makes the rest 0.",
    formula: #"y = \max(0, x)"#,
    source: "Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010")

  init(_ arguments: inout Arguments) {}

  init() {}

  func value<S: Scalar>(_ x: S) -> S { x < 0 ? 0 : x }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > 0 ? 1 : 0 }

  func write<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int) {
    if S.isSingle { gb_relu_f32(x, y, count) } else { gb_relu_f64(x, y, count) }
  }

  func writeGradient<S: Scalar>(
    _ dy: UnsafePointer<S>, _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, to dx: UnsafeMutablePointer<S>,
    count: Int
  ) {
    if S.isSingle { gb_relu_gradient_f32(dy, x, dx, count) } else { gb_relu_gradient_f64(dy, x, dx, count) }
  }
}
