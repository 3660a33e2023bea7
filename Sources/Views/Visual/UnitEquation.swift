import Engine

/// The sum that made one unit: its largest terms as bars, and the whole in one line.
struct UnitEquation {
  private let unit: Unit
  private let title: String
  private let symbol: String
  private let activation: [String]
  private let value: Double
  /// All numbers of the sum have the same decimals, so that it can be checked.
  private let format: ColumnFormat

  /// The sum of `unit`, called `title`, over inputs called `symbol`; `activation` makes `value` of it.
  init(_ unit: Unit, title: String, symbol: String, activation: [String], value: Double) {
    self.unit = unit
    self.title = title
    self.symbol = symbol
    self.activation = activation
    self.value = value
    let sizes = unit.terms.map(\.product.magnitude) + [unit.rest, unit.bias ?? 0, unit.sum].map(\.magnitude)
    format = ColumnFormat(decimals: min(max(3 - Numbers.exponent(sizes.max() ?? 1), 2), 6))
  }

  var sum: Step.UnitSum {
    Step.UnitSum(title: title, terms: terms, equation: equation)
  }

  private var terms: Bars {
    var bars = unit.terms.map { term in
      Bars.Bar(
        label: [.symbol(symbol, index: "\(term.input + 1)"), .text(" · w")], value: term.product,
        text: "\(format.text(term.x)) · \(format.text(term.weight)) = \(format.text(term.product))")
    }
    if unit.restCount > 0 {
      bars.append(
        .init(label: [.text("\(unit.restCount) more")], value: unit.rest, text: format.text(unit.rest)))
    }
    let most = unit.terms.first.map { ", the largest from \(symbol)\(Names.subscripted($0.input + 1))" } ?? ""
    return Bars(
      caption: Caption(
        "The terms of \(title.lowercased())",
        reading:
          "\(Numbers.count(unit.terms.count + unit.restCount, "product")) of an input and its weight\(most).",
        hue: .train),
      bars: bars, full: bars.map(\.value.magnitude).max() ?? 1)
  }

  /// `+ 0.2`, or `− 0.2` of what is below 0.
  private func plus(_ bias: Double) -> String { "\(bias < 0 ? "−" : "+") \(format.text(bias.magnitude))" }

  private var equation: String {
    let products = unit.terms.reduce(unit.rest) { $0 + $1.product }
    let sum = format.text(unit.sum)
    let made = unit.bias.map {
      "Σ w·\(symbol) + b = \(format.text(products)) \(plus($0)) = \(sum)"
    }
    let through = activation.map { " → \($0)" }.joined()
    return (made ?? "Σ w·\(symbol) = \(sum)")
      + (through.isEmpty ? "" : "\(through) → \(format.text(value))")
  }
}
