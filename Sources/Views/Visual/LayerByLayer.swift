import Engine
import Lessons

/// The prediction trace: validation rows on their way through the trained model.
struct LayerByLayer {
  private let checked: Checked
  private let view: String

  init(_ checked: Checked, view: String) {
    self.checked = checked
    self.view = view
  }

  var blocks: [Block] {
    let predictions = checked.trace.predictions
    guard !predictions.isEmpty else { return [] }
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return [
      .heading(level: 2, text: [.text("Prediction trace, layer by layer")], anchor: "\(view)-prediction")
    ]
      + prose.blocks(checked.lesson.predictionTrace?.prose ?? [])
      + predictions.enumerated().flatMap { place, prediction in
        (predictions.count > 1 ? [heading(place, prediction)] : []) + [.steps(steps(place, prediction))]
      }
  }

  private func heading(_ place: Int, _ prediction: Prediction) -> Block {
    let choice =
      switch prediction.choice {
      case .row: ""
      case .mostConfident: ", the most confident"
      case .leastConfident: ", the least confident"
      case .misclassified: ", the most confident mistake"
      }
    return .heading(
      level: 3, text: [.text("Validation row \(prediction.row + 1)\(choice)")],
      anchor: "\(view)-sample-\(place + 1)")
  }

  /// The steps, under the author's titles where there are some; the author's notes go with the first sample.
  private func steps(_ place: Int, _ prediction: Prediction) -> [Step] {
    let written = checked.lesson.predictionTrace?.steps ?? []
    let prose = Prose(checked: checked, view: view, lowered: 1)
    return prediction.steps.indices.map { index in
      var step = TracedStep(checked.trace, prediction, index).step
      if written.indices.contains(index) {
        step.title = prose.plain(written[index].title)
        if place == 0 { step.blocks = prose.blocks(written[index].prose) + step.blocks }
      }
      return step
    }
  }
}
