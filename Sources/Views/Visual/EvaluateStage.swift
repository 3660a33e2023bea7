import Engine

/// Stage 5: how good the model is on rows it never trained on.
struct EvaluateStage {
  let trace: Trace
  private var outcome: Outcome { trace.outcome }

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    let width = trace.model.layers.last?.output ?? Shape()
    let score = Score(trace)
    return StageContent(
      summary: score.sentence, input: Shape(outcome.rows, trace.preprocess.features).text,
      output: "\(width.batched(outcome.rows).text) →\u{a0}\(score.text)",
      blocks: [.table(metrics)] + Folds(trace).blocks + Mistakes(trace).picture)
  }

  private var metrics: Table {
    Table(
      caption: "On \(Numbers.count(outcome.rows, "validation row"))",
      columns: [
        .init([.text("Metric")]), .init([.text("Value")], isNumeric: true), .init([.text("What it is")]),
      ],
      rows: Measures.rows(of: trace).map { row in
        .init([
          [.code(row.metric.name)], [.text(Score.text(row.found, of: row.metric))], [.text(row.meaning)],
        ])
      }, hue: .evaluate)
  }
}
