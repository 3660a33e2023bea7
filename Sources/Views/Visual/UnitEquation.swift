import Engine

/// The sum that made one unit: its largest terms as bars, and the whole in one line.
struct UnitEquation {
  private let unit: Unit
  private let symbol: String
  private let activation: [String]
  private let value: Double

  /// The sum of `unit` over inputs called `symbol`; `activation` makes `value` of it.
  init(_ unit: Unit, symbol: String, activation: [String], value: Double) {
    self.unit = unit
    self.symbol = symbol
    self.activation = activation
    self.value = value
  }

  var sum: Step.UnitSum {
    Step.UnitSum(title: "Unit \(unit.index + 1)", terms: terms, equation: equation)
  }

  private var terms: Bars {
    var bars = unit.terms.map { term in
      Bars.Bar(
        label: [.symbol(symbol, index: "\(term.input + 1)"), .text(" · w")], value: term.product,
        text: "\(Numbers.number(term.x)) · \(Numbers.number(term.weight)) = \(Numbers.number(term.product))")
    }
    if unit.restCount > 0 {
      bars.append(
        .init(label: [.text("\(unit.restCount) more")], value: unit.rest, text: Numbers.number(unit.rest)))
    }
    let most = unit.terms.first.map { ", the largest from \(symbol)\(Names.subscripted($0.input + 1))" } ?? ""
    return Bars(
      caption: Caption(
        "The terms of unit \(unit.index + 1)",
        reading:
          "\(Numbers.count(unit.terms.count + unit.restCount, "product")) of an input and its weight\(most).",
        hue: .train),
      bars: bars, full: bars.map(\.value.magnitude).max() ?? 1)
  }

  private var equation: String {
    let products = unit.terms.reduce(unit.rest) { $0 + $1.product }
    let sum = Numbers.number(unit.sum)
    let made = unit.bias.map {
      "Σ w·\(symbol) + b = \(Numbers.number(products)) + \(Numbers.number($0)) = \(sum)"
    }
    let through = activation.map { " → \($0)" }.joined()
    return (made ?? "Σ w·\(symbol) = \(sum)")
      + (through.isEmpty ? "" : "\(through) → \(Numbers.number(value))")
  }
}
