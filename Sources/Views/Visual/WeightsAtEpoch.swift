import Engine

/// How far the weights have come by an epoch: extremes and mean magnitude of each
/// tensor, beside what was drawn.
struct WeightsAtEpoch {
  private let model: ModelTrace
  private let epoch: Int
  private let areAveraged: Bool

  init(_ trace: Trace, epoch: Int) {
    model = trace.model
    self.epoch = epoch
    areAveraged = trace.pipeline.train.averaging != nil
  }

  /// A row per tensor; none where the run does not keep the weights of that epoch.
  var blocks: [Block] {
    let rows = model.layers.enumerated().flatMap { place, layer in
      layer.weights.compactMap { row("Layer \(place + 1), \(layer.component.name): \($0.name)", $0) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: epoch == 0
            ? "Weights before training"
            : "Weights after epoch \(epoch)\(areAveraged ? ", before averaging" : "")",
          columns: [.init([.text("Tensor")]), .init([.text("Shape")])]
            + ["From", "To", "Mean magnitude", "Before training"].map {
              .init([.text($0)], isNumeric: true)
            }, rows: rows, hue: .train))
    ]
  }

  private func row(_ title: String, _ weight: Weight) -> Table.Row? {
    let (now, drawn) = (values(of: weight, after: epoch), values(of: weight, after: 0))
    guard let lowest = now.min(), let highest = now.max() else { return nil }
    let numbers = [lowest, highest, magnitude(now), magnitude(drawn)].map(Numbers.number)
    return .init(([title, weight.shape.text] + numbers).map { [.text($0)] })
  }

  private func values(of weight: Weight, after epoch: Int) -> ArraySlice<Double> {
    let count = model.parameterCount
    let all = epoch == 0 ? model.initialParameters[...] : model.snapshots.dropFirst((epoch - 1) * count)
    return all.dropFirst(weight.offset).prefix(weight.shape.count)
  }

  private func magnitude(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0) { $0 + $1.magnitude } / Double(max(values.count, 1))
  }
}
