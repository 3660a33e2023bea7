import Engine

/// What the model takes: parameters, bytes and multiply-adds, layer by layer.
struct Costs {
  private let trace: Trace
  private var layers: [LayerTrace] { trace.model.layers }

  init(_ trace: Trace) { self.trace = trace }

  var blocks: [Block] {
    let bytes = trace.pipeline.precision == .float32 ? 4 : 8
    let rows = layers.map { layer in
      cells(layer.component.name, layer.output.text, layer.parameterCount, layer.multiplyAdds)
    }
    let total = cells(
      "all", "", trace.model.parameterCount, layers.reduce(0) { $0 + $1.multiplyAdds })
    return [
      .table(
        Table(
          caption:
            "One row through the model, whose parameters take \(trace.model.parameterCount * bytes) bytes",
          columns: [.init([.text("Layer")])]
            + ["Output", "Parameters", "Multiply-adds"].map { .init([.text($0)], isNumeric: true) },
          rows: rows.map { .init($0) } + [.init(total, isMarked: true)], hue: .train))
    ]
  }

  private func cells(_ title: String, _ shape: String, _ parameters: Int, _ work: Int) -> [[Inline]] {
    [title, shape, "\(parameters)", "\(work)"].map { [.text($0)] }
  }
}
