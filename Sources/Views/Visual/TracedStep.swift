import Engine

/// One step of a prediction trace as the page shows it.
struct TracedStep {
  private let trace: Trace
  private let prediction: Prediction
  private let index: Int
  private let wanted: Int?
  private var shown: PredictionStep { prediction.steps[index] }
  private var names: Names { Names(trace.load, after: trace.pipeline.preprocess) }
  private var layers: ArraySlice<LayerTrace> { trace.model.layers[shown.layers] }
  private var isLastLayer: Bool { shown.kind == .layer && index == prediction.steps.count - 2 }
  /// With more classes than this, logits are not listed beside the figure.
  private static let mostListed = 4

  /// The step at `index`; `wanted` is the place of the unit that is to stand open,
  /// nil for the one that stands out.
  init(_ trace: Trace, _ prediction: Prediction, _ index: Int, unit wanted: Int? = nil) {
    self.trace = trace
    self.prediction = prediction
    self.index = index
    self.wanted = wanted
  }

  var step: Step {
    Step(
      number: index + 1, title: title, detail: detail, shape: shown.shape.batched(1).text, facts: facts,
      strip: strip, blocks: blocks)
  }

  private var title: String {
    switch shown.kind {
    case .input: return "Input"
    case .answer: return "Prediction"
    case .layer:
      let activation = followers + (isLastLayer && becomesProbabilities ? ["softmax"] : [])
      let with = activation.isEmpty ? "" : " with " + activation.joined(separator: ", ")
      return (isLastLayer ? "Output layer" : "Hidden layer") + with
    }
  }

  private var becomesProbabilities: Bool { trace.model.link == .softmax }

  private var detail: String {
    switch shown.kind {
    case .input, .answer: ""
    case .layer:
      layers.map { layer in
        layer.weights.isEmpty
          ? layer.component.name : "\(layer.component.name) \(layer.input.text) → \(layer.output.text)"
      }.joined(separator: ", ").keepingTogether
    }
  }

  private var facts: [String] {
    switch shown.kind {
    case .input: ["validation row \(prediction.row), row \(prediction.loadedRow) as loaded"]
    case .answer:
      (trace.model.link == .sigmoid ? ["sigmoid makes a probability of the logit"] : [])
        + [
          prediction.probabilities.isEmpty
            ? "the model's output"
            : prediction.highest
        ]
        + (prediction.correct.map { [$0 ? "the answer is right" : "the answer is wrong"] } ?? [])
    case .layer:
      if isLastLayer {
        logits
      } else {
        zeros + ["mean \(Numbers.number(shown.statistics.mean))"]
      }
    }
  }

  private var zeros: [String] {
    let (zeros, all) = (shown.statistics.zeros, shown.values.count)
    guard zeros > 0 else { return [] }
    return zeros == all && all > 1
      ? ["all \(all) units are zero"]
      : ["\(zeros) of \(Numbers.count(all, "unit")) \(zeros == 1 ? "is" : "are") zero"]
  }

  private var logits: [String] {
    guard !prediction.probabilities.isEmpty, !shown.preactivations.isEmpty,
      shown.preactivations.count <= Self.mostListed
    else { return [] }
    return ["logits \(shown.preactivations.map(Numbers.number).joined(separator: ", "))"]
  }

  private var blocks: [Block] {
    switch shown.kind {
    case .input: []
    case .layer:
      described + (isLastLayer && becomesProbabilities ? [.bars(Answer(trace, prediction).bars)] : [])
    case .answer: Answer(trace, prediction).blocks
    }
  }
}

// What a layer does.
extension TracedStep {
  /// The layer with weights that the step is about.
  private var layer: LayerTrace? { layers.first { !$0.weights.isEmpty } }
  /// What follows it and changes values: all but Flatten and Unflatten.
  private var followers: [String] {
    layers.drop { $0.weights.isEmpty }.dropFirst().map(\.component.name).filter { !$0.hasSuffix("latten") }
  }

  /// Of a layer that is no sum of its input, such as a norm, what the catalog says of it.
  private var described: [Block] {
    guard let component = (layer ?? layers.first)?.component, shown.units.isEmpty else { return [] }
    let (name, summary, formula) = (
      component.name, component.info.summary.description, component.formula
    )
    // A row alone has no batch to be normalised over.
    let isKept = component.setting("track_running_stats") == "True"
    let kept = isKept ? " Here mean and variance are those that it kept while training." : ""
    return [
      .paragraph([.code(name), .text(" " + summary.prefix(1).lowercased() + summary.dropFirst() + kept)])
    ]
      + (formula.isEmpty ? [] : [.formula(formula)])
  }
}

// The strip of tinted cells.
extension TracedStep {
  /// What the strip shows: the step's end, or the logits where that is probabilities.
  private var values: [Double] {
    isLastLayer && becomesProbabilities ? shown.preactivations : shown.values
  }

  private var strip: Step.Strip? {
    guard shown.kind != .answer, !values.isEmpty else { return nil }
    if let tokens { return tokens.isDrawn ? nil : tokens }
    let largest = values.indices.reduce(0) { values[$1].magnitude > values[$0].magnitude ? $1 : $0 }
    let chosen = wanted ?? chosen(largest)
    let unit = unit(chosen)
    var strip = Step.Strip(
      caption: Caption(
        shown.kind == .input ? "Features" : isLastLayer ? "Outputs" : "Activations",
        reading: reading(of: largest),
        hue: shown.kind == .input ? .preprocess : .train),
      cells: values.map { .init($0, text: Numbers.number($0)) }, scale: values[largest].magnitude,
      chosen: unit == nil ? nil : chosen, unit: unit, map: map, first: classed ? 0 : 1)
    if strip.drawn < values.count { strip.caption.reading += drawn(of: strip) }
    return strip
  }

  /// The unit that stands open: what decides, or `largest`;
  /// of so many that not all are told how they came about, the largest that is.
  private func chosen(_ largest: Int) -> Int {
    let told = values.indices.prefix(shown.units.count)
    if let decided { return decided }
    if told.contains(largest) { return largest }
    return told.max { values[$0].magnitude < values[$1].magnitude } ?? largest
  }

  /// How much of a strip that is drawn in part is seen.
  private func drawn(of strip: Step.Strip) -> String {
    let (each, what) = map.map { ($0.rows * $0.columns, "maps") } ?? (1, "units")
    return " Drawn are the first \(strip.drawn / each) of \(values.count / each) \(what)."
  }

  /// The shape of the step's maps, where it has some; flattening them leaves them in their order.
  private var map: Step.Strip.Map? {
    if shown.kind == .input { return ImageShape(trace).map { .init(rows: $0.rows, columns: $0.columns) } }
    let maps = layers.last { $0.output.sizes.count == 3 && $0.output.count == shown.values.count }
    guard let sizes = maps?.output.sizes, sizes[1] * sizes[2] > 1 else { return nil }
    return .init(rows: sizes[1], columns: sizes[2])
  }

  /// Which value stands out, and how many are its equals: of the scores of classes the highest, else the one
  /// furthest from 0.
  private func reading(of largest: Int) -> String {
    let place = decided ?? largest
    let value = Numbers.number(values[place])
    guard values.count > 1 else { return "It is \(value)." }
    if decided != nil, values[place] == values.max() {
      let others = Numbers.equals(values.count { $0 == values[place] } - 1, are: "as high")
      return "The highest score is \(name(of: place)), \(value)\(others)."
    }
    guard values.contains(where: { $0 != values[place] }) else { return "All are \(value)." }
    let equals = values.count { $0.magnitude == values[place].magnitude } - 1
    let (what, alike) = values.contains { $0 < 0 } ? ("furthest from 0", "far") : ("largest", "large")
    let others = Numbers.equals(equals, are: "as \(alike)")
    return "The \(what) is \(name(of: place)), \(value)\(others)."
  }

  /// Whether the values are one per class, and classes are numbered from 0.
  private var classed: Bool {
    isLastLayer && values.count == trace.load.classes
      && values.indices.allSatisfy { names.class(Double($0)) == "\($0)" }
  }

  /// What the value at `place` is called.
  private func name(of place: Int) -> String {
    if shown.kind == .input { return names.featureText(place, of: values.count) }
    if isLastLayer, values.count == trace.load.classes {
      return "that of class \(names.class(Double(place)))"
    }
    return inMap(place) ?? "unit \(place + 1)"
  }

  /// Where in its feature map the value at `place` is; nil where there are none.
  private func inMap(_ place: Int) -> String? {
    guard let map else { return nil }
    let (channel, rest) = place.quotientAndRemainder(dividingBy: map.rows * map.columns)
    return "in map \(channel + 1), row \(rest / map.columns + 1), column \(rest % map.columns + 1)"
  }

  /// What the unit at `place` is called.
  private func title(of place: Int) -> String {
    isLastLayer && values.count == trace.load.classes
      ? "Class \(names.class(Double(place)))" : "Unit \(place + 1)" + (inMap(place).map { ", " + $0 } ?? "")
  }

  /// The tokens that the model reads; nil where its inputs are none.
  private var tokens: Step.Strip? {
    let tokens = shown.kind == .input ? values.compactMap(names.token) : []
    guard !tokens.isEmpty, tokens.count == values.count else { return nil }
    let text = tokens.joined(separator: tokens.allSatisfy { $0.count == 1 } ? "" : " ")
    return Step.Strip(
      caption: Caption("Tokens", reading: "The model reads “\(text)”.", hue: .preprocess),
      cells: tokens.map { .init(0, text: $0) }, scale: 1)
  }

  /// The output that decides: the answer's class; nil for any other step.
  private var decided: Int? {
    guard isLastLayer, !prediction.probabilities.isEmpty, let answer = prediction.answer.first,
      values.indices.contains(Int(answer))
    else { return nil }
    return Int(answer)
  }

  /// How the unit at `place` came about, where the layer is a sum or a recurrence.
  private func unit(_ place: Int) -> Step.UnitSum? {
    if shown.kind == .input, wanted != nil {
      return Step.UnitSum(
        title: "Input \(place + 1)",
        parts: [.init(equation: "\(name(of: place)) = \(Numbers.number(values[place]))")])
    }
    guard shown.kind == .layer, shown.units.indices.contains(place) else { return nil }
    let (unit, title) = (shown.units[place], title(of: place))
    let mean = followers.lastIndex { $0.contains("AvgPool") }
    let activation = mean.map { Array(followers[($0 + 1)...]) } ?? followers
    if !unit.gates.isEmpty, let layer {
      return RecurrentEquation(
        unit, title: title, layer: layer.component, activation: activation, value: values[place]
      ).sum
    }
    let isFirst = index == 1 && mean == nil
    return UnitEquation(
      unit, title: title, symbol: isFirst ? "x" : "h",
      names: isFirst ? names.inputs(prediction.steps[0].values.count) : [], isMean: mean != nil,
      activation: activation, value: values[place]
    ).sum
  }
}

extension Prediction {
  /// How its class stands among all: alone, or with others that are as probable.
  fileprivate var highest: String {
    let what = areProbabilities ? "probability" : "score"
    let most = probabilities.max()
    return probabilities.count { $0 == most } == 1
      ? "the class of the highest \(what)" : "no class has a higher \(what)"
  }
}
