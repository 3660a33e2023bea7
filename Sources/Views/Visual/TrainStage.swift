import Engine

/// Stage 3: the batch, the model as a graph, and how it is trained.
struct TrainStage {
  let trace: Trace
  private var train: Pipeline.Train { trace.pipeline.train }
  private var layers: [LayerTrace] { trace.model.layers }

  init(_ trace: Trace) { self.trace = trace }

  var content: StageContent {
    StageContent(
      summary: summary, input: edges.first ?? "", output: edges.last ?? "",
      blocks: [.graph(graph), .table(settings), .tensor(batch)])
  }

  /// The widths of the model, its layers but for Linear, and its optimizer: `20 → 64 → 2, ReLU; SGD`.
  private var summary: String {
    let trained = layers.filter { !$0.weights.isEmpty }
    let widths = [layers.first?.input.text ?? ""] + trained.map(\.output.text)
    var others: [String] = []
    for layer in layers where layer.component.name != "Linear" && !others.contains(layer.component.name) {
      others.append(layer.component.name)
    }
    let between = others.isEmpty ? "" : ", " + others.joined(separator: ", ")
    return widths.joined(separator: " → ") + between + "; " + train.optimizer.name
  }

  private var edges: [String] {
    guard let first = layers.first else { return [] }
    return ([first.input] + layers.map(\.output)).map { $0.batched(train.batchSize).text }
  }

  private var graph: Graph {
    let work = layers.reduce(0) { $0 + $1.multiplyAdds }
    return Graph(
      caption: Caption(
        "The model",
        reading: """
          \(Numbers.count(trace.model.parameterCount, "parameter")) in \(Numbers.count(layers.count, "layer")); \
          one row takes \(Numbers.count(work, "multiply-add")).
          """, hue: .train),
      nodes: layers.map { layer in
        .init(
          title: layer.component.name,
          detail: layer.parameterCount == 0
            ? "no parameters" : Numbers.count(layer.parameterCount, "parameter"))
      }, edges: edges)
  }

  private var settings: Table {
    let clip = train.clipGradNorm.map { [("gradient norm, at most", Numbers.number($0))] } ?? []
    let patience = train.earlyStopping.map {
      [("early stopping", "after \(Numbers.count($0.patience, "epoch")) without a better \($0.watched.name)")]
    }
    let rows =
      [
        ("loss", train.loss.call), ("optimizer", train.optimizer.call),
        ("batch size", "\(train.batchSize)\(train.shuffle ? ", shuffled" : "")"),
        ("epochs", "\(trace.epochs.count)\(trace.stoppedEarly ? " of \(train.epochs), stopped early" : "")"),
        ("steps", "\(trace.steps.perEpoch) per epoch, \(trace.steps.loss.count) in all"),
      ] + clip + (patience ?? [])
    return Table(
      caption: "How it is trained", columns: [.init([.text("Setting")]), .init([.text("Value")])],
      rows: rows.map { .init([[.text($0.0)], [.text($0.1)]]) }, hue: .train)
  }

  private var batch: Tensor {
    let rows = trace.model.firstBatch.rows.count
    return SampleTable(
      sample: trace.model.firstBatch, names: Names(trace.load), classifies: trace.load.classes > 0
    ).tensor(
      "The first batch", lead: "\(rows) of its \(train.batchSize) rows, numbered as loaded", hue: .train)
  }
}
