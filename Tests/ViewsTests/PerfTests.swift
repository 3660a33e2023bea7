import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `The Perf view` {
  @Test func `metrics stand beside what a model without learning gets`() throws {
    let table = try #require(Samples.exhibit("regression").tables(in: .perf).first)
    #expect(table.rows.map { $0.cells[0].plain } == ["r2\u{a0}↑", "mse\u{a0}↓"])
    #expect(table.rows[0].cells[2].plain == "0")
    #expect(
      table.rows[1].cells[3].plain
        == "The mean of the squared errors. It counts in squared standard deviations of the training target.")
  }

  @Test func `the commonest class is right as often as it occurs`() throws {
    let outcome = Samples.digits.trace.outcome
    let counts = Samples.digits.trace.preprocess.trainClassCounts
    let most = Double(counts.lastIndex(of: counts.max() ?? 0) ?? 0)
    let share = Double(outcome.targets.count { $0 == most }) / Double(outcome.rows)
    let table = try #require(Samples.exhibit("digits").tables(in: .perf).first)
    #expect(table.rows[0].cells[2].plain == Numbers.percent(share))
  }

  @Test func `what is not learned is told in the words that the metrics ask for`() {
    var trace = Samples.digits.trace
    let counts = trace.preprocess.trainClassCounts
    let most = Double(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
    #expect(
      Baseline(trace).sentence.hasPrefix("the answer is always class \(Names(trace.load).class(most)), "))
    trace.pipeline.evaluate.metrics.removeAll { $0.name != "accuracy" }
    #expect(!Baseline(trace).sentence.contains("probable"))
    trace.preprocess.trainClassCounts = counts.map { _ in 7 }
    #expect(
      Baseline(trace).sentence
        == "the answer is always class \(Names(trace.load).class(0)), one of the most common in the training rows."
    )
  }

  @Test func `classes have precision, recall and rows that add up`() throws {
    let outcome = Samples.digits.trace.outcome
    let table = try #require(
      Samples.exhibit("digits").tables(in: .perf).first { $0.caption == "Class by class" })
    #expect(table.rows.count == 11)
    #expect(table.rows.dropLast().compactMap { Int($0.cells[4].plain) }.reduce(0, +) == outcome.rows)
    #expect(table.rows.last?.cells[4].plain == "")
    for (place, row) in table.rows.dropLast().enumerated() {
      let said = zip(outcome.predictions, outcome.targets).filter { $0.0 == Double(place) }
      let precision = said.isEmpty ? 0 : Double(said.count { $0.1 == Double(place) }) / Double(said.count)
      #expect(row.cells[1].plain == Numbers.percent(precision, decimals: 1))
    }
  }

  @Test func `the most common mistake is tinted by two fifths at least`() throws {
    let confusion = try #require(
      Samples.exhibit("digits").blocks(of: .perf).lazy.compactMap {
        if case .tensor(let tensor) = $0 { tensor } else { nil }
      }.first)
    let mistakes = confusion.rows.enumerated().flatMap { truth, row in
      row.cells.enumerated().filter { $0.offset != truth }.compactMap { $0.element?.value }
    }
    let worst = try #require(mistakes.max())
    #expect(worst > 0 && worst / confusion.scale >= 0.4)
  }

  @Test func `a plot lists its first points, with their class where there are several`() {
    let points = (0..<30).map { Scatter.Point(x: Double($0), y: -0.5, group: $0 % 2) }
    var scatter = Scatter(
      caption: Caption("Points", reading: "", hue: .load), axes: ["a", "b"], classes: ["one", "other"],
      points: points)
    #expect(scatter.listedTitles == ["a", "b", "class"] && scatter.listedCaption == "The first 20 of 30")
    #expect(scatter.listed.count == 20 && scatter.listed[3] == ["3", "−0.50", "other"])
    scatter.classes = ["one"]
    scatter.points = Array(points.prefix(4))
    #expect(scatter.listedTitles == ["a", "b"] && scatter.listedCaption == nil)
    #expect(scatter.listed == [["0", "−0.50"], ["1", "−0.50"], ["2", "−0.50"], ["3", "−0.50"]])
  }

  @Test func `values have residuals, and no word of classes`() throws {
    let blocks = Samples.exhibit("regression").blocks(of: .perf)
    let histogram = try #require(
      blocks.lazy.compactMap { if case .histogram(let found) = $0 { found } else { nil } }.first)
    #expect(histogram.counts.reduce(0, +) == Samples.regression.trace.outcome.rows)
    let cells = Samples.exhibit("regression").tables(in: .perf).flatMap(\.rows).flatMap(\.cells).map(\.plain)
    let words = (cells + [blocks.text]).joined(separator: " ")
    #expect(!words.contains("class") && !words.contains("ccuracy"))
  }

  @Test func `curves are drawn where the lesson asks for them`() {
    let curves = Samples.exhibit("sequence").blocks(of: .perf).compactMap { block -> Scatter? in
      if case .scatter(let scatter) = block, scatter.isConnected { scatter } else { nil }
    }
    #expect(curves.map(\.caption.name) == ["roc_curve", "precision_recall_curve", "calibration_curve"])
    #expect(curves[0].axes == ["false positive rate", "true positive rate"])
    #expect(curves[0].points.first == .init(x: 0, y: 0, group: 0))
    #expect(curves[0].points.last == .init(x: 1, y: 1, group: 0))
    #expect(curves[1].axes == ["recall", "precision"])
    #expect(!Samples.exhibit("cosine").blocks(of: .perf).contains { $0.kind == "scatter" })
  }

  @Test func `folds have a row each, then mean and deviation`() throws {
    let table = try #require(
      Samples.exhibit("sequence").tables(in: .perf).first {
        $0.caption?.hasPrefix("Cross-validation") == true
      })
    #expect(table.rows.map { $0.cells[0].plain } == ["1", "2", "3", "mean", "deviation"])
  }

  @Test func `layers cost parameters and multiply-adds`() throws {
    let table = try #require(Samples.exhibit("cosine").tables(in: .perf).last)
    #expect(table.rows[0].cells.map(\.plain) == ["Linear", "64", "1344", "1280"])
    #expect(table.rows.last?.cells.map(\.plain) == ["all", "", "1474", "1408"])
  }

  @Test func `a lesson without metrics says so`() {
    let text = Samples.exhibit("plateau").blocks(of: .perf).text
    #expect(text.hasPrefix("The lesson asks for no metric."))
  }

  @Test func `the last epoch stands beside the best`() {
    let epochs = Samples.cosine.trace.epochs
    let best = epochs.min { $0.valLoss < $1.valLoss }?.epoch ?? 0
    #expect(
      Samples.exhibit("cosine").blocks(of: .perf).text.contains(
        "The validation loss was lowest after epoch \(best), at "))
    #expect(Samples.exhibit("plateau").blocks(of: .perf).text.contains("Early stopping ended the run there."))
  }
}
