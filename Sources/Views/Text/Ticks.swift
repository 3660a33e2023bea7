import Lessons

/// Round values for an axis that holds all of a panel's numbers.
struct Ticks {
  let cells: [Tensor.Cell]

  /// Two to four round steps from below the least of `values` to above the greatest.
  ///
  /// Zero belongs to the axis where the values come near it; percentages never go past 100.
  init(_ values: [Double], arePercentages: Bool = false) {
    let finite = values.filter(\.isFinite)
    let least = finite.min() ?? 0
    var (low, high) = (least, finite.max() ?? 1)
    if low >= 0 && low < high * 0.6 && !arePercentages { low = 0 }
    if high <= low {
      let margin = max(low.magnitude, 1e-3) / 2
      (low, high) = (low - margin, high + margin)
    }
    if least >= 0 { low = max(low, 0) }
    let step = Self.step(for: high - low)
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    let top = max(arePercentages ? min(last, (1 / step).rounded()) : last, first + 1)
    let decimals = Self.decimals(of: arePercentages ? step * 100 : step)
    let places = stride(from: first, through: top, by: 1).map { $0 * step }
    // Steps that are small beside the values need digits that tell them apart.
    let digits = (4...16).first { digits in
      Set(places.map { Numeral.text($0, digits: digits) }).count == places.count
    }
    cells = places.map { value in
      let text =
        arePercentages
        ? Numbers.percent(value, decimals: decimals ?? 0)
        : decimals.map { Numbers.fixed(value, decimals: $0) }
          ?? Numeral.typographic(Numeral.text(value, digits: digits ?? 17))
      return Tensor.Cell(value, text: text)
    }
  }

  /// The least of 1, 2, 2.5 and 5 times a power of ten that takes at most four steps across `width`.
  private static func step(for width: Double) -> Double {
    let exponent = Numbers.exponent(width)
    let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
    let scale = exponent < 0 ? 1 / power : power
    return [0.25, 0.5, 1, 2, 2.5, 5].map { $0 * scale }.first { width / $0 <= 4 } ?? 10 * scale
  }

  /// How many digits after the point the multiples of `step` need; nil where that is more than six.
  private static func decimals(of step: Double) -> Int? {
    var scaled = step
    for decimals in 0...6 {
      if (scaled - scaled.rounded()).magnitude < 1e-6 && scaled > 0.5 { return decimals }
      scaled *= 10
    }
    return nil
  }
}
