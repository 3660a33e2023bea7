/// Adam's denominator from the running squares of rows and columns alone,
/// with steps relative to the weights' size.
///
/// r and c are the running mean squares of the gradient's rows and columns, v = r cᵀ / mean r (a vector keeps
/// v itself); u = g / √v; θ ← θ − α u / max(1, rms(u) / d) with α = max(ε₂, rms(θ)) min(γ, 1/√t).
struct Adafactor: OptimizerKind {
  static let info = Info(
    "Adafactor",
    [
      .lr,
      .real("beta2_decay", in: .within(-1e3, 0), default: -0.8, "power of the step that the squares gain"),
      .reals(
        "eps", in: .nonnegative, count: 1...2, default: [1e-3],
        "smallest size of the gradient (one rounding error if left out), and of the weights"),
      .real("d", in: .within(1, 1e9), default: 1, "largest root mean square of a step"),
      .weightDecay(0, "shrinks the weights by this times the rate"), .maximize,
    ],
    summary: "Adam that remembers sizes of rows and columns instead of every weight's.",
    formula: #"\hat V_t = \frac{R_t C_t^\top}{\operatorname{mean} R_t}"#,
    source: "Shazeer and Stern, Adafactor: adaptive learning rates with sublinear memory cost, 2018",
    example: "lr: 0.01")

  let base: Rate
  let decay: Double
  let eps: [Double]
  let clip: Double
  let weightDecay: Double
  let maximize: Bool

  init(_ arguments: inout Arguments) {
    base = Rate(lr: arguments.next())
    decay = arguments.next()
    eps = arguments.next()
    clip = arguments.next()
    weightDecay = arguments.next()
    maximize = arguments.next()
  }

  static var isElementwise: Bool { false }

  func slots(cyclingMomentum: Bool) -> Int { 3 }

  func update<S: Scalar>(_ tensor: ParameterView<S>, step: Int, rate: Rate) {
    let slope = tensor.slope(weightDecay: 0, maximize: maximize)
    let gain = S(Double.pow(Double(step), decay))
    let tiny = eps.count == 2 ? S(eps[0]) : S.ulpOfOne
    let (values, update) = (tensor.values, tensor.slot(2))
    let size = rootMeanSquare(values, tensor.count)
    let alpha = max(eps[eps.count - 1], size) * min(rate.lr, 1 / Double(step).squareRoot())
    if tensor.shape.rank > 1 {
      factor(tensor, slope, gain: gain, tiny: tiny)
    } else {
      let square = tensor.slot(0)
      for i in 0..<tensor.count {
        square[i] = lerp(square[i], slope[i] * slope[i], gain)
        update[i] = square[i]
      }
    }
    let least = SIMD8(repeating: tiny * tiny)
    Eight.forEach(of: tensor.count) { update[$0] = slope[$0] / S.sqrt(.greater(update[$0], least)) }
    let denominator = max(1, rootMeanSquare(update, tensor.count) / clip)
    let (keep, pace) = (S(1 - rate.lr * weightDecay), S(alpha / denominator))
    Eight.forEach(of: tensor.count) { values[$0] = values[$0] * keep - update[$0] * pace }
  }

  /// Brings the running squares of rows and columns up to date; slot 2 takes what they say of each element's.
  private func factor<S: Scalar>(_ tensor: ParameterView<S>, _ slope: Slope<S>, gain: S, tiny: S) {
    let (rows, columns) = (tensor.shape[-2], tensor.shape[-1])
    for block in 0..<tensor.count / (rows * columns) {
      let start = block * rows * columns
      let rowSquare = tensor.slot(0) + block * rows
      let columnSquare = tensor.slot(1) + block * columns
      var mean: S = 0
      for r in 0..<rows {
        var sum: S = 0
        for c in 0..<columns { sum += slope[start + r * columns + c] * slope[start + r * columns + c] }
        rowSquare[r] = lerp(rowSquare[r], sum / S(columns), gain)
        mean += rowSquare[r]
      }
      mean = max(mean / S(rows), tiny)
      for c in 0..<columns {
        var sum: S = 0
        for r in 0..<rows { sum += slope[start + r * columns + c] * slope[start + r * columns + c] }
        columnSquare[c] = lerp(columnSquare[c], sum / S(rows), gain)
        for r in 0..<rows {
          tensor.slot(2)[start + r * columns + c] = rowSquare[r] * columnSquare[c] / mean
        }
      }
    }
  }

  private func rootMeanSquare<S: Scalar>(_ values: UnsafeMutablePointer<S>, _ count: Int) -> Double {
    laneSum(count: count) { values[$0] * values[$0] }.squareRoot().double / Double(count).squareRoot()
  }
}
