/// A ReLU that ends at 6: y = min(max(0, x), 6); its derivative at 0 and 6 is 0.
struct ReLU6: Elementwise {
  static let info = Info(
    "ReLU6", summary: "A ReLU that goes no higher than 6.",
    formula: #"y = \min(\max(0, x), 6)"#,
    source: "Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010")

  init(_ arguments: inout Arguments) {}

  func value<S: Scalar>(_ x: S) -> S { Swift.min(Swift.max(x, 0), 6) }

  func slope<S: Scalar>(_ x: S, _ y: S) -> S { x > 0 && x < 6 ? 1 : 0 }
}
