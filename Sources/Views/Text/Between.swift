import Lessons

/// Two values of one quantity and the change from the first to the second, in digits that tell them apart.
///
/// A share is a percentage, and its change is told in percentage points:
/// from 92.5% to 94.4% it is +1.9 points.
struct Between {
  /// The first value.
  let first: String
  /// The second value.
  let second: String
  /// The second less the first, with its sign.
  let change: String

  /// From `a` to `b`.
  init(_ a: Double, _ b: Double, isShare: Bool = false) {
    let (from, to) = isShare ? (a * 100, b * 100) : (a, b)
    let texts = Self.texts(
      from, to, decimals: isShare ? 1 : ColumnFormat([a, b]).decimals, more: isShare ? 3 : 2)
    first = texts.from + (isShare ? "%" : "")
    second = texts.to + (isShare ? "%" : "")
    change = (to > from ? "+" : "") + texts.change + (isShare ? " points" : "")
  }

  /// With `decimals` digits after the point, or significant ones where those are too many;
  /// more if it takes more for the values, and what lies between them, to be seen, and up to `more` for the change
  /// to be that of the rounded values too; the shortest texts that read back as the values where only the last bits
  /// differ.
  private static func texts(_ a: Double, _ b: Double, decimals: Int?, more: Int) -> (
    from: String, to: String, change: String
  ) {
    let start = decimals ?? 4
    var told: [(from: String, to: String, change: String)] = []
    for digits in start...16 {
      let text = { (value: Double) in
        !value.isFinite
          ? value.isNaN ? "–" : Numbers.number(value)
          : decimals == nil
            ? Numeral.typographic(Numeral.text(value, digits: digits))
            : Numbers.fixed(value, decimals: digits)
      }
      let texts = (from: text(a), to: text(b), change: text(b - a))
      let isTold = texts.from != texts.to && texts.change.contains { "123456789".contains($0) }
      if a == b || !(b - a).isFinite { return texts }
      guard isTold else { continue }
      let adds = text(Numbers.value(texts.to) - Numbers.value(texts.from)) == texts.change
      if adds || decimals == nil { return texts }
      told.append(texts)
      if told.count > more { break }
    }
    if let first = told.first { return first }
    let shortest = { (value: Double) in Numeral.typographic("\(value)") }
    return (shortest(a), shortest(b), shortest(b - a))
  }
}
