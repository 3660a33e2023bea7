import Engine

/// How one unit of a recurrent layer came by its new state: the sums of each gate, and what joins the gates.
struct RecurrentEquation {
  private let unit: Unit
  private let title: String
  private let layer: Component
  private let through: String
  private let format: ColumnFormat

  /// Of `unit`, called `title`, of `layer`; `activation` makes `value` of it.
  init(_ unit: Unit, title: String, layer: Component, activation: [String], value: Double) {
    self.unit = unit
    self.title = title
    self.layer = layer
    let sums = unit.gates.flatMap { [$0.input, $0.state] }
    format = ColumnFormat(
      sum: sums.map(\.sum) + sums.flatMap { $0.terms.map(\.product) } + unit.states + [unit.sum])
    through = activation.isEmpty ? "" : " → \(activation.joined(separator: " → ")) → \(format.text(value))"
  }

  var sum: Step.UnitSum {
    var parts =
      zip(names, unit.gates).map { name, gate in
        Step.UnitSum.Part(terms: terms(name, gate), equation: equation(name, gate))
      } + joined.map { Step.UnitSum.Part(equation: $0) }
    parts[parts.count - 1].equation += through
    return Step.UnitSum(title: title, parts: parts)
  }

  /// The gates' names, in the order of the weights.
  private var names: [String] {
    switch layer.name {
    case "LSTM": ["i", "f", "g", "o"]
    case "GRU": ["r", "z", "n"]
    default: ["h′"]
    }
  }

  /// What becomes of a gate's sums.
  private func function(_ name: String) -> String {
    if name == "h′", layer.call.contains("relu") { return "ReLU" }
    return ["h′", "n", "g"].contains(name) ? "tanh" : "σ"
  }

  /// The largest terms of both sums, and how many are left out of each; of a state that is 0 throughout none.
  private func terms(_ name: String, _ gate: Unit.Gate) -> Bars {
    let halves = [("x", "w", gate.input), ("h", "u", gate.state)].filter { _, _, sum in
      sum.restCount > 0 && sum.rest != 0 || sum.terms.contains { $0.x != 0 }
    }
    let largest = halves.flatMap { symbol, weight, sum in
      sum.terms.map {
        (label: [Inline.symbol(symbol, index: "\($0.input + 1)"), .text(" · \(weight)")], term: $0)
      }
    }.sorted { $0.term.product.magnitude > $1.term.product.magnitude }
    var bars = largest.map { label, term in
      Bars.Bar(
        label: label, value: term.product,
        text: "\(format.text(term.x)) · \(format.text(term.weight)) = \(format.text(term.product))")
    }
    bars += halves.filter { $2.restCount > 0 }.map { symbol, _, sum in
      .init(
        label: [.text("\(sum.restCount) more of \(symbol)")], value: sum.rest, text: format.text(sum.rest))
    }
    let counts = halves.map { "\(Numbers.count($2.terms.count + $2.restCount, "product")) with \($0)" }
    return Bars(
      caption: Caption(
        "The terms of \(name), \(title.lowercased())",
        reading: counts.isEmpty ? "" : counts.joined(separator: ", ") + ".", hue: .train),
      bars: bars, full: bars.map(\.value.magnitude).max() ?? 1)
  }

  private func equation(_ name: String, _ gate: Unit.Gate) -> String {
    let sums = (
      input: gate.input.bias == nil ? "W x" : "W x + b", state: gate.state.bias == nil ? "U h" : "U h + c"
    )
    let (function, value) = (function(name), format.text(gate.value))
    let (input, state) = (gate.input.sum, gate.state.sum)
    if name == "n", let reset = unit.gates.first?.value {
      let numbers = "\(format.text(input)) + \(format.product(reset, state))"
      return "n = tanh(\(sums.input) + r·(\(sums.state))) = tanh(\(numbers)) = \(value)"
    }
    return
      "\(name) = \(function)(\(sums.input) + \(sums.state)) = \(function)(\(format.sum(input, state))) = \(value)"
  }

  /// What makes the new state of the gates; nothing more where there is one alone.
  private var joined: [String] {
    let values = unit.gates.map(\.value)
    let state = format.text(unit.sum)
    if values.count == 3, let before = unit.states.first {
      let kept = "(1 − \(format.text(values[1])))"
      let new = format.text(values[2]).hasPrefix("−") ? "(\(format.text(values[2])))" : format.text(values[2])
      return ["h′ = (1 − z)·n + z·h = \(kept)·\(new) + \(format.product(values[1], before)) = \(state)"]
    }
    guard values.count == 4, unit.states.count == 3 else { return [] }
    let cell = format.text(unit.states[2])
    let made = "\(format.product(values[1], unit.states[1])) + \(format.product(values[0], values[2]))"
    return [
      "c′ = f·c + i·g = \(made) = \(cell)",
      "h′ = o·tanh c′ = \(format.text(values[3]))·tanh \(cell) = \(state)",
    ]
  }
}
