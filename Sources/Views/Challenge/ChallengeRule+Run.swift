import Engine
import Lessons

// How the run went.
extension ChallengeRule {
  /// When validation loss is at its lowest: a stretch of epochs, where no other stretch comes near.
  static let lowestValLoss = ChallengeRule(name: "lowest validation loss") { exhibit in
    let losses = exhibit.checked.trace.epochs.map(\.valLoss)
    let stretches = stretches(of: losses.count)
    let lowest = stretches.map { stretch in losses[stretch.lowerBound - 1...stretch.upperBound - 1].min() ?? 0
    }
    guard stretches.count > 2, losses.allSatisfy(\.isFinite), let least = lowest.min(),
      lowest.count(where: { isTie($0, least) }) == 1, let epoch = losses.firstIndex(of: least)
    else { return nil }
    return .choice(
      [.text("When does the validation loss reach its lowest value?")],
      options: stretches.map { stretch in
        let (first, last) = (stretch.lowerBound, stretch.upperBound)
        return .init(
          [.text(first == last ? "In epoch \(first)" : "In epochs \(first) to \(last)")],
          claim: "argmin(val_loss) >= \(first) and argmin(val_loss) <= \(last)",
          isRight: stretch.contains(epoch + 1))
      }, isShuffled: false,
      explanation: [.text(explanation(lowest: epoch + 1, of: losses))])
  }

  private static func explanation(lowest epoch: Int, of losses: [Double]) -> String {
    let ends = Between(losses[epoch - 1], losses[losses.count - 1])
    if epoch == losses.count { return "It is lowest after epoch \(epoch), the last, at \(ends.first)." }
    return ends.first == ends.second
      ? "It is first at its lowest, \(ends.first), after epoch \(epoch), and ends there too."
      : "It is lowest after epoch \(epoch), at \(ends.first), and ends at \(ends.second)."
  }

  /// Up to four stretches of `count` epochs, as long as one another as can be.
  private static func stretches(of count: Int) -> [ClosedRange<Int>] {
    let parts = min(count, 4)
    return (0..<parts).map { (count * $0 / parts + 1)...(count * ($0 + 1) / parts) }
  }

  /// What share of the validation rows the trained model gets right:
  /// a stretch of percentages, not near either end of it.
  static let finalAccuracy = ChallengeRule(name: "final accuracy") { exhibit in
    let trace = exhibit.checked.trace
    guard let accuracy = trace.epochs.last?.valAccuracy, trace.load.classes > 1 else { return nil }
    let bounds = [0, 0.5, 0.75, 0.9, 0.97, 1.0]
    let rows = trace.preprocess.validationRows.count
    guard rows > 1, bounds[1...4].allSatisfy({ (accuracy - $0).magnitude > 0.005 }) else { return nil }
    return .choice(
      [.text("What share of the \(rows) validation rows does the last epoch's model get right?")],
      options: zip(bounds, bounds.dropFirst()).map { low, high in
        let text =
          low == 0
          ? "Less than \(Numbers.percent(high))"
          : high == 1
            ? "More than \(Numbers.percent(low))" : "\(Numbers.percent(low)) to \(Numbers.percent(high))"
        return .init(
          [.text(text)],
          claim: "val_accuracy[epochs] >= \(low) and val_accuracy[epochs] \(high == 1 ? "<=" : "<") \(high)",
          isRight: accuracy >= low && (accuracy < high || high == 1))
      }, isShuffled: false,
      explanation: [.text("It gets \(Numbers.percent(accuracy)) right.")])
  }
}

// What the model is made of.
extension ChallengeRule {
  /// The shape of a batch after the first trained layer that changes it.
  static let shapeOfLayer = ChallengeRule(name: "shape after a layer") { exhibit in
    let trace = exhibit.checked.trace
    let rows = trace.pipeline.train.batchSize
    guard let place = reshaping(trace.model.layers), rows > 1 else { return nil }
    let layer = trace.model.layers[place]
    let (input, output) = (layer.input.sizes, layer.output.sizes)
    var shapes = [[rows] + output]
    for wrong in [[rows] + input, output + [rows], input.dropLast() + output, input + output]
    where !shapes.contains(wrong) && wrong.count > 1 { shapes.append(wrong) }
    guard shapes.count > 2 else { return nil }
    return .choice(
      [
        .text("A full batch of \(rows) rows, \(layer.input.numbers.keepingTogether) each, comes to layer "),
        .text("\(place + 1), "), .code(layer.component.call), .text(". What is its shape after that?"),
      ],
      options: shapes.prefix(4).enumerated().map { index, shape in
        .init([.text(Shape(shape).text)], isRight: index == 0)
      },
      explanation: [
        .text("The batch keeps its \(rows) rows; each becomes \(layer.output.numbers): "),
        .text("\(layer.output.batched(rows).text)."),
      ])
  }

  /// How many trainable numbers that layer has.
  static let parametersOfLayer = ChallengeRule(name: "parameters of a layer") { exhibit in
    let layers = exhibit.checked.trace.model.layers
    guard let place = reshaping(layers),
      ["Linear", "Conv2d", "Conv1d"].contains(layers[place].component.name)
    else { return nil }
    let layer = layers[place]
    let parts = layer.weights.map { Numbers.count($0.shape.count, "number") + " of shape \($0.shape.text)" }
    return .number(
      [
        .text("How many trainable numbers are in layer \(place + 1), "), .code(layer.component.call),
        .text("?"),
      ],
      body: [.text("It takes \(layer.input.numbers) of a row and gives \(layer.output.text).")],
      value: Double(layer.parameterCount), within: 0,
      explanation: [.text("\(layer.parameterCount): \(parts.joined(separator: " and ")).")])
  }

  /// The place of the first trained layer whose output has another shape than its input.
  private static func reshaping(_ layers: [LayerTrace]) -> Int? {
    layers.firstIndex { !$0.weights.isEmpty && $0.input != $0.output }
  }
}

extension Shape {
  /// How many numbers it holds: `1 number`, `1 × 8 × 8 numbers`.
  fileprivate var numbers: String { "\(text) number\(count == 1 ? "" : "s")" }
}
