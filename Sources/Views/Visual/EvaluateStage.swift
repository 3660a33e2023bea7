import Engine

/// Stage 5: how good the model is on rows it never trained on.
struct EvaluateStage {
  let trace: Trace
  private var outcome: Outcome { trace.outcome }
  private var names: Names { Names(trace.load) }
  /// With more classes than this, a confusion matrix is no longer read.
  private static let mostClasses = 12

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    let width = trace.model.layers.last?.output ?? Shape()
    let score = Score(trace)
    return StageContent(
      summary: score.sentence, input: Shape(outcome.rows, trace.preprocess.features).text,
      output: "\(width.batched(outcome.rows).text) → \(score.text)",
      blocks: [.table(metrics)] + folds + picture)
  }

  private var metrics: Table {
    let measured = zip(trace.pipeline.evaluate.metrics, trace.evaluation).filter { $1.shape.rank < 2 }
    return Table(
      caption: "On \(Numbers.count(outcome.rows, "validation row"))",
      columns: [
        .init([.text("Metric")]), .init([.text("Value")], isNumeric: true), .init([.text("What it is")]),
      ],
      rows: measured.map { metric, measurement in
        .init([
          [.code(metric.name)], [.text(Score.text(measurement, of: metric))],
          [.text(metric.info.summary.description)],
        ])
      }, hue: .evaluate)
  }

  /// What the metrics find of each fold, where the lesson asks for a cross-validation.
  private var folds: [Block] {
    guard let result = trace.crossValidation else { return [] }
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
    return [
      .table(
        Table(
          caption: "Cross-validation: \(result.folds.count) models, each measured on the fold it never saw",
          columns: (["Fold", "Rows held out"] + result.scores.map { $0.metric.name }).map {
            .init([.text($0)], isNumeric: true)
          }, rows: (rows + summary).map { .init($0.map { [.text($0)] }) }, hue: .evaluate))
    ]
  }

  private var picture: [Block] {
    if outcome.classes == 0 {
      return outcome.targets.count == outcome.predictions.count ? [.scatter(answers)] : []
    }
    return outcome.classes <= Self.mostClasses ? [.tensor(confusion)] : []
  }

  /// The answers over the truth, in regression.
  private var answers: Scatter {
    let pairs = zip(outcome.targets, outcome.predictions)
    let off = pairs.map { ($0 - $1).magnitude }.max() ?? 0
    return Scatter(
      caption: Caption(
        "Answer over truth", reading: "The answer that is furthest off misses by \(Numbers.number(off)).",
        hue: .evaluate),
      axes: ["truth", "answer"], classes: ["validation rows"],
      points: pairs.map { .init(x: $0, y: $1, group: 0) })
  }

  private var confusion: Tensor {
    let counts = Score.confusion(outcome)
    let classes = counts.indices
    return Tensor(
      caption: Caption("Confusion matrix", reading: reading(counts), hue: .evaluate),
      columns: classes.map { [.text("said \(names.class(Double($0)))")] },
      rows: classes.map { truth in
        .init(
          title: "is \(names.class(Double(truth)))",
          cells: counts[truth].map { .init(Double($0), text: "\($0)") })
      }, scale: Double(counts.flatMap { $0 }.max() ?? 1))
  }

  private func reading(_ counts: [[Int]]) -> String {
    let mistakes = counts.indices.flatMap { truth in
      counts.indices.filter { $0 != truth }.map { (truth: truth, said: $0, count: counts[truth][$0]) }
    }
    let most = mistakes.map(\.count).max() ?? 0
    guard most > 0 else { return "Every row is on the diagonal: all are right." }
    let commonest = mistakes.filter { $0.count == most }
    guard commonest.count == 1 else {
      return
        "The diagonal counts what is right; no mistake comes more often than \(Numbers.count(most, "time"))."
    }
    let (truth, said) = (names.class(Double(commonest[0].truth)), names.class(Double(commonest[0].said)))
    return """
      The diagonal counts what is right; the commonest mistake takes class \(truth) for class \(said), \
      \(Numbers.count(most, "time")).
      """
  }
}
