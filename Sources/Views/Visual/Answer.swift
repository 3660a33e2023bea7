import Engine

/// What the model says of a row, and what is true.
struct Answer {
  private let trace: Trace
  private let prediction: Prediction
  private var names: Names { Names(trace.load) }
  /// With more classes than this, only the most probable are shown.
  private static let mostBars = 12

  init(_ trace: Trace, _ prediction: Prediction) {
    self.trace = trace
    self.prediction = prediction
  }

  /// The sentence that names answer, probability and truth; where no bars came before, the bars too.
  var blocks: [Block] {
    let shows = !prediction.probabilities.isEmpty && trace.model.link != .softmax
    return (shows ? [.bars(bars)] : []) + [.paragraph(prediction.probabilities.isEmpty ? value : sentence)]
  }

  /// The class probabilities.
  var bars: Bars {
    let answer = Int(prediction.answer.first ?? 0)
    let all =
      prediction.probabilities.count == 1
      ? [1 - prediction.probabilities[0], prediction.probabilities[0]] : prediction.probabilities
    let order =
      all.count <= Self.mostBars
      ? Array(all.indices) : Array(all.indices.sorted { (all[$1], $0) < (all[$0], $1) }.prefix(Self.mostBars))
    let name = "class \(names.class(Double(answer)))"
    let share = all.indices.contains(answer) ? Self.percent(all[answer]) : ""
    let equals = all.indices.contains(answer) ? all.count { $0 == all[answer] } - 1 : 0
    let others = Numbers.equals(equals, are: "as high")
    let sum = prediction.areProbabilities ? "" : " They are no probabilities: they do not sum to 100%."
    return Bars(
      caption: Caption(
        prediction.areProbabilities ? "Probabilities" : "Scores",
        reading: "The highest is that of \(name), \(share)\(others).\(sum)", hue: .evaluate),
      bars: order.map {
        .init(
          label: [.text("class \(names.class(Double($0)))")], value: all[$0], text: Self.percent(all[$0]),
          isMarked: $0 == answer)
      }, full: 1)
  }

  private var sentence: [Inline] {
    let (answer, target) = (prediction.answer.first ?? 0, prediction.target.first ?? 0)
    return [
      .text("Class "), .strong([.text(names.class(answer))]),
      .text(" with a \(prediction.areProbabilities ? "probability" : "score") of "),
      .strong([.text(Self.percent(prediction.probability ?? 0))]), .text("; the truth is class "),
      .strong([.text(names.class(target))]), .text(answer == target ? ": right." : ": wrong."),
    ]
  }

  private var value: [Inline] {
    let scaled = trace.pipeline.preprocess.contains { $0.setting("target") == "True" }
    let off = zip(prediction.answer, prediction.target).map { ($0 - $1).magnitude }
    func text(_ values: [Double]) -> [Inline] {
      [.strong([.text(values.map(Numbers.number).joined(separator: ", "))])]
    }
    return [.text("The model says ")] + text(prediction.answer) + [.text("; the truth is ")]
      + text(prediction.target) + [.text("\(scaled ? ", both in units of the scaled target" : "").")]
      + [.text(" It misses by ")] + text(off) + [.text(".")]
  }

  /// A probability to a hundredth of a percent; one that is not 1 never reads as 100.
  private static func percent(_ share: Double) -> String {
    let text = Numbers.percent(share, decimals: 2)
    if share < 1 && text == "100.00%" { return "> 99.99%" }
    return share > 0 && text == "0.00%" ? "< 0.01%" : text
  }
}

extension Prediction {
  /// Whether what the loss takes for probabilities is some, as where a model for `NLLLoss` ends with `LogSoftmax`.
  var areProbabilities: Bool {
    probabilities.allSatisfy { (0...1.001).contains($0) } && abs(probabilities.reduce(0, +) - 1) < 1e-3
  }
}
