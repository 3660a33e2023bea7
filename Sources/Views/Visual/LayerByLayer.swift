import Engine
import Lessons

/// The prediction trace: validation rows on their way through the trained model.
struct LayerByLayer {
  private let checked: Checked
  private let view: String
  /// The epoch whose weights are shown; nil for those of the trained model,
  /// which the author's words are about.
  private let epoch: Int?
  /// The unit that stands open in a step, by the step's place; where there is none, the one that stands out.
  private let units: [Int: Int]

  init(_ checked: Checked, view: String, epoch: Int? = nil, units: [Int: Int] = [:]) {
    self.checked = checked
    self.view = view
    self.epoch = epoch
    self.units = units
  }

  var blocks: [Block] {
    let predictions = checked.trace.predictions
    guard !predictions.isEmpty else { return [] }
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return [
      .heading(level: 2, text: [.text("Prediction trace, layer by layer")], anchor: "\(view)-prediction")
    ]
      + (epoch == nil ? prose.blocks(checked.lesson.predictionTrace?.prose ?? []) : [])
      + [.paragraph([.text((epoch.map(weights) ?? "") + numbering)])]
      + predictions.enumerated().flatMap { place, prediction in
        (predictions.count > 1 ? [heading(place, prediction)] : []) + [.steps(steps(place, prediction))]
      }
  }

  /// Which weights the rows are followed through.
  private func weights(after epoch: Int) -> String {
    let last = checked.trace.epochs.count
    let when = epoch == 0 ? "before training, as they were drawn" : "after epoch \(epoch) of \(last)"
    let words = isWritten ? ", and without the author's words, which are about the trained model" : ""
    return "With the weights \(when)\(words). "
  }

  /// Whether the author says something of a step.
  private var isWritten: Bool {
    checked.lesson.predictionTrace?.steps.contains { !$0.prose.isEmpty } == true
  }

  /// How rows are numbered, and which of several the author's words are about.
  private var numbering: String {
    let predictions = checked.trace.predictions
    let about =
      epoch == nil && predictions.count > 1 && isWritten
      ? " The author's words are about row \(predictions[0].row)." : ""
    return "Rows are counted from 0.\(about)"
  }

  private func heading(_ place: Int, _ prediction: Prediction) -> Block {
    let one = checked.trace.outcome.isAlone(prediction) ? "the" : "one of the"
    let choice =
      switch prediction.choice {
      case .row: ""
      case .mostConfident: ", \(one) most confident"
      case .leastConfident: ", \(one) least confident"
      case .misclassified: ", \(one) most confident \(one == "the" ? "mistake" : "mistakes")"
      }
    return .heading(
      level: 3,
      text: [
        .text(
          "Validation row \(prediction.row)\(choice)\(choice.isEmpty || epoch == nil ? "" : " at the end")")
      ],
      anchor: "\(view)-sample-\(place + 1)")
  }

  /// The steps, under the author's titles where there are some; the author's notes go with the first sample.
  private func steps(_ place: Int, _ prediction: Prediction) -> [Step] {
    let written = checked.lesson.predictionTrace?.steps ?? []
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return prediction.steps.indices.map { index in
      var step = TracedStep(checked.trace, prediction, index, unit: units[index]).step
      if written.indices.contains(index) {
        step.title = prose.plain(written[index].title)
        let words = place == 0 && epoch == nil ? prose.blocks(written[index].prose) : []
        step.blocks = words + (isAnswer(prediction, index) && !words.isEmpty ? step.figures : step.blocks)
      }
      return step
    }
  }

  private func isAnswer(_ prediction: Prediction, _ index: Int) -> Bool {
    prediction.steps[index].kind == .answer
  }
}

extension Step {
  /// Its blocks without the sentence that the author's words stand in for.
  fileprivate var figures: [Block] { blocks.filter { if case .paragraph = $0 { false } else { true } } }
}

extension Outcome {
  /// Whether no other row that could have been chosen as `prediction` was is as confident.
  fileprivate func isAlone(_ prediction: Prediction) -> Bool {
    let width = probabilities.count / max(rows, 1)
    guard width > 0, predictions.indices.contains(prediction.row) else { return true }
    let confidence = { (row: Int) in probabilities[row * width + Int(predictions[row])] }
    return (0..<rows).count { row in
      confidence(row) == confidence(prediction.row)
        && (prediction.choice != .misclassified || predictions[row] != targets[row])
    } == 1
  }
}
