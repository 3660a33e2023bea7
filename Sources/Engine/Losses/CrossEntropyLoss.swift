/// The cross-entropy of logits `[batch, classes]` against class numbers, averaged over the batch.
///
/// ℓ = −log softmax(x)[y] = log Σ exp(x − max x) − (x[y] − max x). Its gradient is (softmax(x) − onehot(y)) / batch.
struct CrossEntropyLoss: LossKind {
  static let info = Info(
    "CrossEntropyLoss", summary: "Compares logits with the true class.",
    formula: #"\ell = -\log \frac{\exp x_y}{\sum_c \exp x_c}"#,
    source: "PyTorch, torch.nn.CrossEntropyLoss; Good, Rational decisions, 1952")

  init(_ arguments: inout Arguments) {}

  var link: Link { .softmax }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    guard classes > 0 else {
      throw EngineError(.conflict("CrossEntropyLoss needs classes, and the data's target is a value"))
    }
    guard output.rank == 1, output[0] >= classes else {
      throw EngineError(
        .shapeMismatch(component: "CrossEntropyLoss", expected: Shape(classes), found: output))
    }
  }

  func evaluate<S: Scalar>(
    _ output: UnsafePointer<S>, _ target: UnsafePointer<S>, rows: Int, shape: Shape,
    gradient: UnsafeMutablePointer<S>?
  ) -> S {
    let classes = shape[0]
    let scale = 1 / S(rows)
    var total: S = 0
    for row in 0..<rows {
      let x = output + row * classes
      let y = Int(target[row])
      var highest = x[0]
      for c in 1..<classes where x[c] > highest { highest = x[c] }
      var sum: S = 0
      for c in 0..<classes { sum += S.exp(x[c] - highest) }
      total += S.log(sum) - (x[y] - highest)
      guard let gradient else { continue }
      let dx = gradient + row * classes
      for c in 0..<classes { dx[c] = (S.exp(x[c] - highest) / sum - (c == y ? 1 : 0)) * scale }
    }
    return total * scale
  }
}
