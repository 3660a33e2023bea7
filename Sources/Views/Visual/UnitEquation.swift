import Engine

/// The sum that made one unit: its largest terms as bars, and the whole in one line.
struct UnitEquation {
  private let unit: Unit
  private let title: String
  private let symbol: String
  private let names: [String]
  private let through: String
  /// What the products add up to.
  private let products: Double
  /// How many inputs the unit is the mean of; nil where it is none.
  private let meanOf: Int?
  /// All numbers of the terms have the same decimals, and so have those of the whole, so that they can be checked.
  private let format, whole: ColumnFormat

  /// The sum of `unit`, called `title`, over inputs called `symbol`, each by its own of `names` where there
  /// are some, or their mean; `activation` makes `value` of it.
  init(
    _ unit: Unit, title: String, symbol: String, names: [String] = [], isMean: Bool = false,
    activation: [String], value: Double
  ) {
    self.unit = unit
    self.title = title
    self.symbol = symbol
    self.names = names
    meanOf = isMean ? unit.terms.first.map { Int((1 / $0.weight).rounded()) } : nil
    format = ColumnFormat(sum: unit.terms.map(\.product) + [unit.rest, unit.bias ?? 0, unit.sum])
    products = unit.terms.reduce(unit.rest) { $0 + $1.product }
    whole = format.adding(products, unit.bias ?? 0, to: unit.sum)
    through = activation.isEmpty ? "" : " → \(activation.joined(separator: " → ")) → \(whole.text(value))"
  }

  var sum: Step.UnitSum {
    Step.UnitSum(title: title, parts: [.init(terms: terms, equation: equation + through)])
  }

  private var terms: Bars {
    var bars = unit.terms.map { term in
      Bars.Bar(
        label: [label(of: term), .text(meanOf.map { " / \($0)" } ?? " · w")],
        value: term.product, text: text(term))
    }
    if unit.restCount > 0 {
      bars.append(
        .init(label: [.text("\(unit.restCount) more")], value: unit.rest, text: format.text(unit.rest)))
    }
    return Bars(
      caption: Caption("The terms of \(title.lowercased())", reading: reading, hue: .train),
      bars: bars, full: bars.map(\.value.magnitude).max() ?? 1)
  }

  private func label(of term: Unit.Term) -> Inline {
    names.isEmpty ? .symbol(symbol, index: "\(term.input + 1)") : .text(names[term.input])
  }

  private func name(of term: Unit.Term) -> String {
    names.isEmpty ? symbol + Names.subscripted(term.input + 1) : names[term.input]
  }

  private func text(_ term: Unit.Term) -> String {
    let by = meanOf.map { " / \($0)" } ?? " · \(format.text(term.weight))"
    return "\(format.text(term.x))\(by) = \(format.text(term.product))"
  }

  private var reading: String {
    let most =
      unit.terms.first.flatMap { $0.product == 0 ? nil : $0 }.map {
        ", the largest in size from \(name(of: $0))"
      } ?? ""
    if meanOf != nil { return "The mean of what the window holds\(most)." }
    return
      "\(Numbers.count(unit.terms.count + unit.restCount, "product")) of an input and its weight\(most)."
  }

  private var equation: String {
    if let meanOf { return "Σ \(symbol) / \(meanOf) = \(whole.text(unit.sum))" }
    guard let bias = unit.bias else { return "Σ w·\(symbol) = \(whole.text(unit.sum))" }
    return "Σ w·\(symbol) + b = \(whole.sum(products, bias)) = \(whole.text(unit.sum))"
  }
}

extension ColumnFormat {
  /// The format of a sum of `terms`: four or five digits for the largest, at most six decimals for small ones.
  init(sum terms: [Double]) {
    self.init(decimals: min(max(3 - Numbers.exponent(terms.map(\.magnitude).max() ?? 1), 3), 6))
  }

  /// The format, with up to two decimals more until `a` and `b`, rounded, add up to `sum`, rounded.
  func adding(_ a: Double, _ b: Double, to sum: Double) -> ColumnFormat {
    guard let decimals else { return self }
    return (decimals...decimals + 2).lazy.map(ColumnFormat.init(decimals:)).first {
      $0.text(Numbers.value($0.text(a)) + Numbers.value($0.text(b))) == $0.text(sum)
    } ?? self
  }

  /// `0.3 + 0.2`, or `0.3 − 0.2` where the second is below 0.
  func sum(_ a: Double, _ b: Double) -> String {
    "\(text(a)) \(b < 0 ? "−" : "+") \(text(b.magnitude))"
  }

  /// `0.3·0.2`, or `0.3·(−0.2)` where the second is below 0.
  func product(_ a: Double, _ b: Double) -> String {
    "\(text(a))·\(text(b).hasPrefix("−") ? "(\(text(b)))" : text(b))"
  }
}
