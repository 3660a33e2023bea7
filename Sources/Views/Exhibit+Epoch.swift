public import Engine
import Lessons

extension Exhibit {
  /// The epochs that may be looked at: 0 is before training.
  public var epochs: ClosedRange<Int> { 0...checked.trace.epochs.count }

  /// The exhibit as of the end of `epoch`, one of ``epochs``:
  /// trains up to there again, and follows the traced rows through the model as it is then.
  public func after(epoch: Int) throws(EngineError) -> Exhibit {
    var exhibit = self
    exhibit.epoch = epoch
    guard epoch < epochs.upperBound else { return exhibit }
    let trained = checked.trace.predictions
    exhibit.checked.trace.predictions = try checked.trace.pipeline.predictions(
      of: trained.map(\.row), after: epoch, table: table)
    for place in trained.indices { exhibit.checked.trace.predictions[place].choice = trained[place].choice }
    return exhibit
  }

  /// The epoch whose weights are shown, if they are not those of the trained model.
  var earlierEpoch: Int? { epoch.flatMap { $0 < epochs.upperBound ? $0 : nil } }
}

extension Document {
  /// The document with `epoch` pointed at in every chart over epochs; nil leaves it as it is.
  func pointing(atEpoch epoch: Int?) -> Document {
    guard let epoch else { return self }
    return Document(name: name, title: title, blocks: blocks.map { $0.pointing(atEpoch: epoch) })
  }
}

extension Block {
  fileprivate func pointing(atEpoch epoch: Int) -> Block {
    switch self {
    case .chart(let chart): .chart(chart.axis == "epoch" ? chart.pointing(at: epoch) : chart)
    case .stages(let stages):
      .stages(
        stages.map { stage in
          var stage = stage
          stage.blocks = stage.blocks.map { $0.pointing(atEpoch: epoch) }
          return stage
        })
    case .disclosure(let summary, let blocks):
      .disclosure(summary: summary, blocks: blocks.map { $0.pointing(atEpoch: epoch) })
    default: self
    }
  }
}

extension Chart {
  /// The chart with a rule at `epoch`, and each panel's reading saying what is there;
  /// as it is where it has no such place.
  fileprivate func pointing(at epoch: Int) -> Chart {
    guard let place = x.firstIndex(of: Double(epoch)) else { return self }
    var chart = self
    chart.chosen = x[place]
    for (row, panel) in panels.enumerated() {
      let values = panel.series.map { series in
        panel.series.count > 1 ? "\(series.name) \(series.texts[place])" : series.texts[place]
      }
      chart.panels[row].caption.reading += " At epoch \(epoch): \(values.joined(separator: ", "))."
    }
    return chart
  }
}
