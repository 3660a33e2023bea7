/// The cross-entropy of logits `[batch, classes]` against class numbers, averaged over the batch.
///
/// ℓ = −Σ_c q_c log softmax(x)_c, with q_c = w_c ((1 − ε) [c = y] + ε / classes), ε the label smoothing.
/// Its gradient is softmax(x) Σ q − q. The mean is over the weights of the true classes; against
/// probabilities, over the rows.
struct CrossEntropyLoss: LossKind {
  static let info = Info(
    "CrossEntropyLoss",
    ClassWeights.parameters + [
      .real("label_smoothing", in: .unit, default: 0, "share of the target spread over all classes")
    ],
    summary: "Compares logits with the true class.",
    formula: #"\ell = -\log \frac{\exp x_y}{\sum_c \exp x_c}"#,
    source: "PyTorch, torch.nn.CrossEntropyLoss; Good, Rational decisions, 1952")

  let weights: ClassWeights
  let smoothing: Double

  init(_ arguments: inout Arguments) {
    weights = ClassWeights(&arguments)
    smoothing = arguments.next()
  }

  var link: Link { .softmax }

  func check(output: Shape, classes: Int, targetColumns: Int) throws(EngineError) {
    try weights.check(
      output, classes: classes, for: Self.self,
      conflict: "CrossEntropyLoss needs classes, and the data's target is a value")
  }

  func evaluate<S: Scalar>(_ batch: LossBatch<S>) -> S {
    let classes = batch.shape[0]
    let plane = batch.shape.count / classes
    let count = batch.rows &* plane
    let divisor: S =
      batch.targetsAreProbabilities
      ? weights.reduction.divisor(count: count, rows: count) : weights.divisor(batch.target, count: count)
    let total: S = laneSum(count: count) { i in
      let start = i / plane &* classes &* plane &+ i % plane
      let line = Line(
        x: batch.output + start, dx: batch.gradient.map { $0 + start }, classes: classes, step: plane)
      let value = term(line, divisor, batch.target + (batch.targetsAreProbabilities ? start : i), batch)
      batch.terms?[i] = value
      return value
    }
    return total / divisor
  }

  /// The term of one row, whose class, or first probability of several `line.step` apart, is at `target`.
  @inline(never)
  private func term<S: Scalar>(
    _ line: Line<S>, _ divisor: S, _ target: UnsafePointer<S>, _ batch: LossBatch<S>
  ) -> S {
    if batch.targetsAreProbabilities { return spread(line, divisor) { target[$0 &* line.step] } }
    let y = target[0].integer
    if y == weights.ignoreIndex { return line.ignored() }
    return smoothing == 0 ? sharp(line, divisor, y) : spread(line, divisor) { $0 == y ? 1 : 0 }
  }

  /// The term of one row whose target is class `y` alone.
  @inline(__always)
  private func sharp<S: Scalar>(_ line: Line<S>, _ divisor: S, _ y: Int) -> S {
    let (highest, sum) = line.exponentials()
    let factor: S = weights[y]
    if let dx = line.dx {
      let scale = factor / divisor
      for c in 0..<line.classes {
        dx[c &* line.step] = (dx[c &* line.step] / sum - (c == y ? 1 : 0)) * scale
      }
    }
    return factor * (S.log(sum) - (line.x[y &* line.step] - highest))
  }

  /// The term of one row whose target is spread over classes, `target` before smoothing.
  @inline(never)
  private func spread<S: Scalar>(_ line: Line<S>, _ divisor: S, _ target: (Int) -> S) -> S {
    let (highest, sum) = line.exponentials()
    let logSum = S.log(sum)
    let (share, floor) = (S(1 - smoothing), S(smoothing / Double(line.classes)))
    func q(_ c: Int) -> S { weights[c] * (share * target(c) + floor) }
    if let dx = line.dx {
      let whole = laneSum(count: line.classes, q)
      for c in 0..<line.classes {
        dx[c &* line.step] = (dx[c &* line.step] / sum * whole - q(c)) / divisor
      }
    }
    return laneSum(count: line.classes) { c in
      let share = q(c)
      return share == 0 ? 0 : share * (logSum - (line.x[c &* line.step] - highest))
    }
  }

  /// The logits of one row, `step` apart, and the place of their gradient.
  private struct Line<S: Scalar> {
    let x: UnsafePointer<S>
    let dx: UnsafeMutablePointer<S>?
    let classes: Int
    let step: Int

    /// The greatest logit and Σ exp(x − max x); leaves the powers where the gradient goes.
    @inline(never)
    func exponentials() -> (highest: S, sum: S) {
      let highest = greatest(count: classes) { x[$0 &* step] }
      guard let dx else {
        return (highest, laneSum(count: classes) { S.exp(x[$0 &* step] - highest) })
      }
      for c in 0..<classes { dx[c &* step] = S.exp(x[c &* step] - highest) }
      return (highest, laneSum(count: classes) { dx[$0 &* step] })
    }

    /// The term of a row that counts for nothing.
    @inline(__always)
    func ignored() -> S {
      if let dx { for c in 0..<classes { dx[c &* step] = 0 } }
      return 0
    }
  }
}
