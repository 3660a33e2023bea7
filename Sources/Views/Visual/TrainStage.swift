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

  /// Layers that are trained apart, counted from 1.
  private static func name(of layers: [Int]) -> String {
    "\(layers.count == 1 ? "layer" : "layers") \(layers.map { "\($0 + 1)" }.joined(separator: ", "))"
  }

  /// How many batches make a step, where it is not one.
  private var batches: String {
    train.accumulation > 1 ? "; up to \(train.accumulation) batches each" : ""
  }

  private var settings: Table {
    let clip = train.clipGradNorm.map { [("gradient norm, at most", Numbers.number($0))] } ?? []
    let patience = train.earlyStopping.map { stopping in
      let better = "better \(stopping.watched.name)"
      let by = stopping.minDelta > 0 ? " by more than \(Numbers.number(stopping.minDelta))" : ""
      return [
        (
          "early stopping",
          "bears \(Numbers.count(stopping.patience, "epoch")) in a row without a \(better)\(by)"
        )
      ]
    }
    let clipValue = train.clipGradValue.map { [("gradient values, at most", Numbers.number($0))] } ?? []
    let average = train.averaging.map {
      [("weights that are evaluated", "moving average, decay \(Numbers.number($0))")]
    }
    let rows =
      [("loss", train.loss.call), ("optimizer", train.optimizer.call)]
      + train.groups.map { group in
        (Self.name(of: group.layers), group.optimizer.call)
      } + [
        ("batch size", "\(train.batchSize)\(train.shuffle ? ", shuffled" : "")"),
        ("epochs", "\(trace.epochs.count)\(trace.stoppedEarly ? " of \(train.epochs), stopped early" : "")"),
        ("steps", "\(trace.steps.perEpoch) per epoch, \(trace.steps.loss.count) in all\(batches)"),
      ] + clip + clipValue + (average ?? []) + (patience ?? [])
    return Table(
      caption: "How it is trained", columns: [.init([.text("Setting")]), .init([.text("Value")])],
      rows: rows.map { .init([[.text($0.0)], [.text($0.1)]]) }, hue: .train)
  }

  private var batch: Tensor {
    let rows = trace.model.firstBatch.rows.count
    return SampleTable(
      sample: trace.model.firstBatch, names: Names(trace.load, after: trace.pipeline.preprocess),
      classifies: trace.load.classes > 0
    ).tensor(
      "The first batch", lead: "\(Numbers.first(rows, of: train.batchSize, "row")), numbered as loaded",
      hue: .train)
  }
}
