/// The leaky rectified linear unit: y = x above 0, α x below; its derivative at 0 is α.
struct LeakyReLU: Elementwise {
  static let info = Info(
    "LeakyReLU",
    [
      .real("negative_slope", default: 0.01, "slope below 0")
    ],
    summary: "Keeps what is positive and shrinks the rest.",
    formula: #"y = \max(0, x) + \alpha \min(0, x)"#,
    source: "Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, 2013")

  let negativeSlope: Double

  init(_ arguments: inout Arguments) {
    negativeSlope = arguments.next()
  }

  func value<S: Scalar>(_ x: S) -> S { x > 0 ? x : S(negativeSlope) * x }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > 0 ? 1 : S(negativeSlope) }
}
