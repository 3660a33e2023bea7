import Engine

extension Checker {
  /// Matches the author's training trace and prediction trace with those of the run.
  mutating func checkTraces() {
    for row in lesson.trainingTrace?.rows ?? [] { check(row) }
    if let steps = lesson.predictionTrace?.steps, let prediction = trace.predictions.first {
      check(steps, prediction)
    }
  }

  private mutating func check(_ row: TrainingTrace.Row) {
    guard let number = try? evaluator.number(row.epoch) else { return }
    let count = trace.epochs.count
    guard number == number.rounded(), (1...Double(count)).contains(number) else {
      diagnostics.report(
        .epochOutside, "there is no epoch \(Numeral.text(number)) in the run", at: row.epoch.range,
        label: "the run has the epochs 1 to \(count)",
        notes: trace.stoppedEarly ? ["early stopping ended it after epoch \(count)"] : [])
      return
    }
    checked.observations.append(Checked.Observation(epoch: Int(number), text: row.observation))
  }

  private mutating func check(_ steps: [PredictionTrace.Step], _ prediction: Prediction) {
    guard steps.count != prediction.steps.count else { return }
    let names = prediction.steps.map { name(of: $0) }
    diagnostics.report(
      .stepCount, "the prediction trace has \(steps.count) steps, and the model \(names.count)",
      at: lesson.predictionTrace?.heading,
      notes: ["the model's steps are \(Suggestion.list(names.enumerated().map { "\($0 + 1) \($1)" }))"],
      helps: ["write one heading ### for each, or leave the section out"])
  }

  /// A step as a message names it: `the input`, `Linear with ReLU`, `the prediction`.
  private func name(of step: PredictionStep) -> String {
    switch step.kind {
    case .input: return "the input"
    case .answer: return "the prediction"
    case .layer:
      let names = step.layers.map { trace.model.layers[$0].component.info.name.description }
      return ([names.first ?? ""] + (names.count > 1 ? [Suggestion.list(Array(names.dropFirst()))] : []))
        .joined(separator: " with ")
    }
  }
}
