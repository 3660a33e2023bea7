/// Lowers the rate to 0 along a power of the time that is left.
///
/// η(t) = η₀ (1 − min(t, T) / T)^power, in PyTorch's recursive form.
struct PolynomialLR: SchedulerKind {
  static let info = Info(
    "PolynomialLR",
    [
      .integer("total_iters", in: 0...Parameter.countLimit, default: 5, "steps until the rate is 0"),
      .real("power", in: .nonnegative, default: 1, "1 for a line, 2 for a parabola"),
    ],
    summary: "Lowers the rate to 0 along a power of the time that is left.",
    formula: #"\eta_t = \eta_0 \left(1 - \frac{\min(t, T)}{T}\right)^p"#,
    source: "Chen et al., DeepLab, 2017",
    example: "total_iters: 30, power: 2")

  let total: Int
  let power: Double

  init(_ arguments: inout Arguments) {
    total = arguments.next()
    power = arguments.next()
  }

  func update(_ state: inout SchedulerState, initial: Bool) {
    if !initial && state.step <= total {
      state.rate.lr *= Double.pow(left(state.step) / left(state.step - 1), power)
    }
  }

  func closedForm(_ base: Double, step: Int) -> Double? { base * Double.pow(left(min(step, total)), power) }

  /// The share of the time that is left at `step`.
  private func left(_ step: Int) -> Double { 1 - Double(step) / Double(max(total, 1)) }

  func terms(_ advance: Advance) -> [Term] {
    let left = left(min(advance.t, total))
    return [
      Term("t", advance.t), Term(#"1 - \frac{\min(t, T)}{T}"#, left),
      Term(#"\left(1 - \frac{\min(t, T)}{T}\right)^p"#, Double.pow(left, power)),
      Term(#"\eta_0"#, advance.base), Term(#"\eta_t"#, closedForm(advance)),
    ]
  }
}
