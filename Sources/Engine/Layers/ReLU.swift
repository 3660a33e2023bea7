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

  #if hasFeature(Embedded)
    // Code optimised for size is not vectorised: there, eight lanes are written out. Natively the plain loop is faster.

    func write<S: Scalar>(_ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>, count: Int) {
      Eight.forEach(of: count) { i in y[i] = x[i].map { value($0) } }
    }

    func writeGradient<S: Scalar>(
      _ dy: UnsafePointer<S>, _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, to dx: UnsafeMutablePointer<S>,
      count: Int
    ) {
      Eight.forEach(of: count) { i in dx[i] = dy[i] * x[i].map { slope($0, 0) } }
    }
  #endif
}
