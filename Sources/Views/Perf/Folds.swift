import Engine

/// What the metrics find of each fold, where the lesson asks for a cross-validation.
struct Folds {
  let blocks: [Block]

  init(_ trace: Trace) {
    guard let result = trace.crossValidation else {
      blocks = []
      return
    }
    let text = { (score: CrossValidation.Score, value: Double) in
      Score.text(Measurement(value), of: score.metric)
    }
    let rows = result.folds.enumerated().map { place, fold in
      ["\(place + 1)", "\(fold.heldOut.count)"] + result.scores.map { text($0, $0.values[place]) }
    }
    let summary = [
      ["mean", ""] + result.scores.map { text($0, $0.mean) },
      ["deviation", ""] + result.scores.map { text($0, $0.deviation) },
    ]
    blocks = [
      .table(
        Table(
          caption:
            "Cross-validation: \(result.folds.count) models, each measured on the fold it did not train on",
          columns: (["Fold", "Rows held out"] + result.scores.map { $0.metric.call }).map {
            .init([.text($0)], isNumeric: true)
          },
          rows: rows.map { .init($0.map { [.text($0)] }) }
            + summary.map { .init($0.map { [.text($0)] }, isMarked: true) }, hue: .evaluate))
    ]
  }
}
