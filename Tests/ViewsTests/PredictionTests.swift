import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `The prediction trace` {
  @Test func `rows are counted as the lesson counts them`() throws {
    let row = Samples.cosine.trace.predictions[0]
    let steps = try Self.steps("cosine")
    #expect(steps[0].facts == ["validation row 0, row \(row.loadedRow) as loaded"])
    #expect(Samples.visual("cosine").text.contains("Rows are counted from 0."))
    let headings = Samples.visual("moons").compactMap {
      if case .heading(3, let text, _) = $0 { text.plain } else { nil }
    }
    #expect(
      headings.contains("Validation row \(Samples.moons.trace.predictions[0].row), the most confident"))
  }

  @Test func `the tables of rows number them from 0 too`() throws {
    let stages = try #require(
      Samples.visual("cosine").lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    guard case .tensor(let table) = stages[0].blocks[0] else { throw Missing() }
    #expect(table.rows.map(\.title) == ["0", "1", "2", "3", "4"])
  }

  @Test func `an output is called by its class, and counted like it`() throws {
    let output = try #require(try Self.steps("cosine")[2].strip)
    let answer = try #require(Samples.cosine.trace.predictions[0].answer.first)
    #expect(output.first == 0)
    #expect(output.unit?.title == "Class \(Int(answer))")
    #expect(output.chosen == Int(answer))
    #expect(try #require(try Self.steps("cosine")[1].strip).first == 1)
  }

  @Test func `where the author speaks of the answer, it is not said again`() throws {
    let written = try Self.steps("cosine")[3]
    let words = written.blocks.filter { $0.kind == "paragraph" }
    #expect(
      words.count == 1
        && written.facts.last == "the answer is \(Samples.isRight("cosine") ? "right" : "wrong")")
    let plain = try Self.steps("digits")
    #expect(plain[plain.count - 1].blocks.filter { $0.kind == "paragraph" }.count == 1)
  }

  @Test(arguments: Samples.all.map(\.name))
  func `the terms of a sum have the same decimals, and so has the whole`(name: String) throws {
    let decimals = { (texts: [String]) in
      Set(
        texts.joined(separator: " ").split { " ·()".contains($0) }.filter { $0.contains(".") }
          .map { $0.split(separator: ".")[1].count })
    }
    for part in try Self.steps(name).compactMap(\.strip).compactMap(\.unit).flatMap(\.parts) {
      #expect(part.terms.map { decimals($0.bars.map(\.text)).count <= 1 } ?? true)
      #expect(decimals([part.equation]).count == 1)
    }
  }

  /// White pixels are all 1 after MinMaxScaler, so that none of them is the largest alone.
  @Test(arguments: Samples.all.map(\.name))
  func `the value that stands out is told with its equals`(name: String) throws {
    let steps = Samples.named(name).trace.predictions[0].steps
    for (step, strip) in try zip(steps, Self.steps(name).map(\.strip)).compactMap({ step, strip in
      strip.map { (step, $0) }
    }) where strip.cells.count == step.values.count {
      let most = step.values.map(\.magnitude).max() ?? 0
      let equals = step.values.count { $0.magnitude == most } - 1
      let reading = strip.caption.reading
      guard reading.hasPrefix("The largest") || reading.hasPrefix("The furthest") else { continue }
      #expect(
        reading.contains(equals == 1 ? "; another is as" : "; \(equals) more are as") == (equals > 0))
    }
    if name == "digits" {
      #expect(try #require(try Self.steps(name)[0].strip).caption.reading.contains("more are as large."))
    }
  }

  @Test func `the highest is told with its equals`() throws {
    var trace = Samples.cosine.trace
    trace.predictions[0].probabilities = [0.5, 0.5]
    trace.predictions[0].answer = [0]
    trace.predictions[0].steps[2].preactivations = [2, 2]
    let bars = Answer(trace, trace.predictions[0]).bars
    #expect(bars.caption.reading == "The highest is that of class 0, 50.00%; another is as high.")
    let output = TracedStep(trace, trace.predictions[0], 2).step
    #expect(output.strip?.caption.reading == "The highest score is that of class 0, 2; another is as high.")
    let answer = TracedStep(trace, trace.predictions[0], 3).step
    #expect(answer.facts.first == "no class has a higher probability")
  }

  @Test func `what does not sum to 1 is called no probability`() throws {
    var trace = Samples.cosine.trace
    trace.predictions[0].probabilities = [3.4, 1.2]
    trace.predictions[0].answer = [0]
    let answer = Answer(trace, trace.predictions[0])
    #expect(answer.bars.caption.name == "Scores")
    #expect(answer.bars.caption.reading.hasSuffix(" They are no probabilities: they do not sum to 100%."))
    #expect(answer.blocks.text.hasPrefix("Class 0 with a score of 340.00%;"))
    #expect(TracedStep(trace, trace.predictions[0], 3).step.facts.first == "the class of the highest score")
  }

  @Test func `a norm over the batch says what it takes of a row alone`() throws {
    let checked = Self.digits("Linear: { out_features: 4 }\n  - BatchNorm1d")
    let step = TracedStep(checked.trace, checked.trace.predictions[0], 2).step
    #expect(step.blocks.text.hasSuffix(" Here mean and variance are those that it kept while training."))
    let own = Self.digits("Linear: { out_features: 4 }\n  - LayerNorm: { normalized_shape: 4 }")
    #expect(!TracedStep(own.trace, own.trace.predictions[0], 2).step.blocks.text.contains("Here mean"))
  }

  @Test func `units that are zero are counted`() {
    var trace = Samples.cosine.trace
    func fact(_ zeros: Int) -> String? {
      trace.predictions[0].steps[1].statistics.zeros = zeros
      return TracedStep(trace, trace.predictions[0], 1).step.facts.first
    }
    #expect(fact(1) == "1 of 64 units is zero")
    #expect(fact(2) == "2 of 64 units are zero")
    #expect(fact(64) == "all 64 units are zero")
    #expect(fact(0)?.hasPrefix("mean ") == true)
  }

  @Test func `values have no logits`() {
    var trace = Samples.regression.trace
    trace.predictions[0].steps[2].preactivations = [2]
    #expect(TracedStep(trace, trace.predictions[0], 2).step.facts.isEmpty)
    #expect(
      TracedStep(Samples.cosine.trace, Samples.cosine.trace.predictions[0], 2).step.facts.first?.hasPrefix(
        "logits ") == true)
  }

  @Test func `of rows that are as confident none is called the most`() {
    var checked = Samples.moons
    let rows = checked.trace.outcome.rows
    checked.trace.outcome.probabilities = (0..<rows).flatMap { row in
      checked.trace.outcome.predictions[row] == 0 ? [0.9, 0.1] : [0.1, 0.9]
    }
    let headings = View.visual.document(Exhibit(checked)).blocks.compactMap {
      if case .heading(3, let text, _) = $0 { text.plain.split(separator: ", ").last } else { nil }
    }
    #expect(headings.prefix(2) == ["one of the most confident", "one of the least confident"])
  }

  @Test func `a sum over the features calls them by their names, where they have some`() throws {
    var digits = Samples.digits
    let names = (0..<64).map { "pixel_\($0 / 8)_\($0 % 8)" }
    for (given, first) in [(names, "pixel_"), ([], "x")] {
      digits.trace.load.featureNames = given
      let steps = digits.trace.predictions[0].steps
      #expect(Names(digits.trace.load).inputs(steps[0].values.count) == given)
      let strip = try #require(TracedStep(digits.trace, digits.trace.predictions[0], 1).step.strip)
      let bars = try #require(strip.unit?.parts.first?.terms?.bars)
      #expect(bars.dropLast().allSatisfy { $0.label.plain.hasPrefix(first) })
      let chosen = try #require(strip.chosen)
      let input = try #require(steps[1].units[chosen].terms.first).input
      let called = given.isEmpty ? "x" + Names.subscripted(input + 1) : given[input]
      #expect(bars.first?.label.plain == called + " · w")
      let reading = try #require(strip.unit?.parts.first?.terms?.caption.reading)
      #expect(reading.hasSuffix("the largest in size from \(called)."))
    }
  }

  @Test func `feature maps are shown one by one`() throws {
    let steps = try Self.steps("maps")
    let strip = try #require(steps[2].strip)
    #expect(strip.map == .init(rows: 4, columns: 4) && strip.cells.count == 4 * 16)
    #expect(strip.caption.reading.contains(" in map "))
    #expect(try #require(steps[3].strip).map == nil)
  }

  @Test func `maps too large for a strip are pictures`() throws {
    let strip = try #require(try Self.steps("maps")[1].strip)
    #expect(strip.isDrawn && strip.drawn == strip.cells.count)
    #expect(strip.pictures.map(\.caption.name) == (1...5).map { "\($0)" })
    #expect(
      strip.pictures.flatMap(\.values) == Samples.maps.trace.predictions[0].steps[1].values)
    #expect(strip.pictures.compactMap(\.chosen).count == 1)
    let shape = try #require(strip.map)
    #expect(strip.lines.count == 5 * shape.rows && strip.lines[shape.rows].title == "map 2, row 1")
    #expect(strip.lines.flatMap(\.cells) == strip.cells)
  }

  @Test(arguments: [
    ("Linear: { out_features: 512 }", 512, 1, 512),
    ("Linear: { out_features: 1100 }", 1100, 1, 1024),
    (
      "Unflatten: { dim: 1, unflattened_size: [1, 8, 8] }\n  - Conv2d: { out_channels: 32, kernel_size: 3, padding: 1 }"
        + "\n  - Flatten", 2048, 8, 512
    ),
  ])
  func `every unit of a large layer opens to its sum`(layer: String, units: Int, pictures: Int, drawn: Int)
    throws
  {
    let exhibit = Exhibit(Self.digits(layer))
    #expect(exhibit.units(ofStep: 2) == units)
    for unit in [1, drawn, units] {
      let opened = exhibit.opening(unit: unit, ofStep: 2)
      let blocks = try #require(View.all.first { $0.name == "visual" }).document(opened).blocks
      let steps = try #require(blocks.lazy.compactMap { if case .steps(let s) = $0 { s } else { nil } }.first)
      let strip = try #require(steps[1].strip)
      #expect(strip.unit?.title.split(separator: ",")[0] == "Unit \(unit)")
      #expect(strip.unit?.parts[0].equation.hasSuffix(" = \(try Self.last(strip))") == true)
      #expect(strip.pictures.count == pictures && strip.drawn == drawn)
      #expect(strip.pictures.compactMap(\.chosen).count == (unit <= drawn ? 1 : 0))
      #expect(strip.caption.reading.contains(" Drawn are the first ") == (drawn < units))
    }
  }

  /// The value of the chosen cell, with the decimals of its sum.
  private static func last(_ strip: Step.Strip) throws -> String {
    let shown = try #require(strip.unit?.parts[0].equation.split(separator: " ").last)
    let decimals = shown.split(separator: ".").last?.count ?? 0
    return ColumnFormat(decimals: decimals).text(strip.cells[try #require(strip.chosen)].value)
  }

  @Test func `an input is told by its number where it is asked for`() throws {
    let exhibit = Exhibit(Self.digits("Linear: { out_features: 8 }"))
    #expect(
      exhibit.units(ofStep: 1) == 64 && exhibit.units(ofStep: 4) == nil && exhibit.units(ofStep: 9) == nil)
    let trace = exhibit.checked.trace
    let asked = TracedStep(trace, trace.predictions[0], 0, unit: 20).step.strip?.unit
    #expect(asked?.title == "Input 21" && asked?.parts[0].equation.hasPrefix("pixel_2_4 = ") == true)
    #expect(TracedStep(trace, trace.predictions[0], 0).step.strip?.unit == nil)
  }

  @Test func `the card of a model names its convolutions`() throws {
    let stages = try #require(
      Samples.visual("maps").lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    #expect(stages[2].summary.contains("Unflatten, Conv2d, ReLU, MaxPool2d, Flatten; SGD"))
  }

  private struct Missing: Error {}

  /// A small run on digits, with `layer` first.
  private static func digits(_ layer: String) -> Checked {
    Samples.checked(
      load: "load_digits: {}\ntake: 120", preprocess: "- MinMaxScaler",
      model: "- \(layer)\n  - Linear: { out_features: 10 }", loss: "CrossEntropyLoss", schedule: "none",
      metrics: "accuracy", epochs: 1)
  }

  /// A value that its layer makes of several, with one layer in the place of `LAYER`.
  private static func opened(_ layer: String) throws -> (unit: Step.UnitSum, texts: [String]) {
    let checked = digits(layer)
    let step = TracedStep(checked.trace, checked.trace.predictions[0], 1).step
    let unit = try #require(step.strip?.unit)
    return (unit, unit.parts.map(\.equation))
  }

  @Test func `a unit of a recurrent layer opens to its gates and what joins them`() throws {
    let sequence = "Unflatten: { dim: 1, unflattened_size: [8, 8] }\n  - "
    let settings = "{ hidden_size: 6, batch_first: true, returns: h_n }"
    let gru = try Self.opened(sequence + "GRU: \(settings)")
    #expect(gru.texts.map { $0.prefix(4) } == ["r = ", "z = ", "n = ", "h′ ="])
    #expect(gru.texts[2].hasPrefix("n = tanh(W x + b + r·(U h + c)) = tanh("))
    #expect(gru.unit.parts.map { $0.terms != nil } == [true, true, true, false])
    #expect(gru.unit.parts[0].terms?.caption.reading == "8 products with x, 6 products with h.")
    let lstm = try Self.opened(sequence + "LSTM: \(settings)\n  - Tanh")
    #expect(lstm.texts.map { $0.prefix(4) } == ["i = ", "f = ", "g = ", "o = ", "c′ =", "h′ ="])
    #expect(lstm.texts[5].contains(" → Tanh → "))
    let relu = settings.replacing("6,", with: "6, nonlinearity: relu, bias: false,")
    #expect(try Self.opened(sequence + "RNN: \(relu)").texts[0].hasPrefix("h′ = ReLU(W x + U h) = ReLU("))
  }

  @Test func `a mean over a window opens to its values`() throws {
    let mean = try Self.opened(
      """
      Unflatten: { dim: 1, unflattened_size: [1, 8, 8] }
        - Conv2d: { out_channels: 3, kernel_size: 3, padding: 1 }
        - ReLU
        - AdaptiveAvgPool2d: { output_size: 1 }
        - Flatten
      """)
    #expect(mean.texts[0].hasPrefix("Σ h / 64 = "))
    #expect(mean.unit.parts[0].terms?.bars.last?.label.plain == "56 more")
  }

  /// The steps of the first row.
  private static func steps(_ name: String) throws -> [Step] {
    try #require(Samples.visual(name).lazy.compactMap { if case .steps(let s) = $0 { s } else { nil } }.first)
  }
}

extension Samples {
  fileprivate static func isRight(_ name: String) -> Bool {
    named(name).trace.predictions[0].correct == true
  }
}
