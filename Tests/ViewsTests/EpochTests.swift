import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `One epoch of a run` {
  private let exhibit = Exhibit(Samples.cosine)

  @Test func `is one from before training to the last that was trained`() {
    #expect(exhibit.epochs == 0...Samples.cosine.trace.epochs.count)
  }

  @Test func `has the predictions that the engine makes after it`() throws {
    let rows = Samples.cosine.trace.predictions.map(\.row)
    var expected = try Samples.cosine.trace.pipeline.predictions(of: rows, after: 3)
    for place in expected.indices { expected[place].choice = Samples.cosine.trace.predictions[place].choice }
    #expect(try exhibit.after(epoch: 3).checked.trace.predictions == expected)
    #expect(try exhibit.after(epoch: 20).checked.trace == Samples.cosine.trace)
  }

  @Test func `leaves out what the author says of the trained model`() throws {
    let words = "One validation row on its way through the trained model."
    #expect(Self.text(exhibit).contains(words))
    #expect(try !Self.text(exhibit.after(epoch: 3)).contains(words))
    #expect(try Self.text(exhibit.after(epoch: exhibit.epochs.upperBound)).contains(words))
  }

  @Test func `speaks of the author's words only where there are some`() throws {
    #expect(try Self.text(exhibit.after(epoch: 3)).contains("and without the author's words"))
    let plain = try Exhibit(Samples.moons).after(epoch: 3)
    #expect(Self.text(plain).contains("With the weights after epoch 3 of 20. Rows are counted from 0."))
  }

  @Test func `is pointed at in every chart over epochs`() throws {
    for view in [View.visual, .deep] {
      let charts = view.document(try exhibit.after(epoch: 3)).blocks.charts.filter { $0.axis == "epoch" }
      #expect(charts.allSatisfy { $0.chosen == 3 })
      #expect(charts.flatMap(\.panels).allSatisfy { $0.caption.reading.contains(" At epoch 3: ") })
      #expect(view.document(exhibit).blocks.charts.allSatisfy { $0.chosen == nil })
    }
  }

  @Test func `has a marked row in the table of epochs, also where the author wrote none`() throws {
    let marked = try exhibit.after(epoch: 7).tables.flatMap(\.rows).filter { $0.epoch != nil && $0.isMarked }
    #expect(marked.map(\.epoch) == [7])
    #expect(marked[0].cells.last?.isEmpty == false)
    let epochs = try exhibit.after(epoch: 7).tables.flatMap(\.rows).compactMap(\.epoch)
    #expect(epochs == epochs.sorted())
  }

  @Test func `has its own numbers in the schedule's formula`() throws {
    let tables = View.deep.document(try exhibit.after(epoch: 3)).blocks.compactMap {
      if case .table(let table) = $0, table.role == .worked { table } else { nil }
    }
    #expect(tables.map(\.caption) == ["Epoch 3"])
  }

  @Test func `tells each tensor's extremes from the run's own weights`() throws {
    let model = Samples.cosine.trace.model
    let weights = try #require(
      try exhibit.after(epoch: 3).tables.first { $0.caption == "Weights after epoch 3" })
    let kept = model.snapshots[2 * model.parameterCount..<3 * model.parameterCount].prefix(64 * 20)
    #expect(weights.rows[0].cells[2].plain == Numbers.number(kept.min() ?? 0))
    #expect(weights.rows[0].cells[3].plain == Numbers.number(kept.max() ?? 0))
    let drawn = try #require(
      try exhibit.after(epoch: 0).tables.first { $0.caption == "Weights before training" })
    #expect(drawn.rows.allSatisfy { $0.cells[4] == $0.cells[5] })
  }

  private static func text(_ exhibit: Exhibit) -> String { View.visual.document(exhibit).blocks.text }
}

extension Exhibit {
  /// The tables of the Visual view.
  fileprivate var tables: [Views.Table] {
    View.visual.document(self).blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension [Views.Block] {
  /// The charts, those within stages too.
  fileprivate var charts: [Chart] {
    flatMap { block -> [Chart] in
      switch block {
      case .chart(let chart): [chart]
      case .stages(let stages): stages.flatMap(\.blocks.charts)
      default: []
      }
    }
  }
}
