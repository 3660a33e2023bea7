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
        == "The mean of the squared errors. Its unit: squared standard deviations of the training target.")
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
    let points = (0..<201).map { Scatter.Point(x: Double($0), y: -0.5, group: $0 % 2) }
    var scatter = Scatter(
      caption: Caption("Points", reading: "", hue: .load), axes: ["a", "b"], classes: ["one", "other"],
      points: points)
    #expect(scatter.listedTitles == ["a", "b", "class"] && scatter.listedCaption == "The first 200 of 201")
    #expect(scatter.listed.count == 200 && scatter.listed[3] == ["3", "−0.50", "other"])
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

  @Test func `no epoch was lower than its equal at the end`() {
    #expect(
      said(losses: [0.5, 0.6, 0.5])
        == "The weights measured are those after epoch 3, the last, and no epoch had a lower validation loss."
    )
    #expect(said(losses: [.nan, 0.5, 0.5]).hasSuffix(", and no epoch had a lower validation loss."))
    #expect(said(losses: [.infinity, .infinity, .nan]).hasSuffix("those after epoch 3, the last."))
  }

  @Test func `losses that read alike are told in more digits, and no number as such`() {
    #expect(said(losses: [0.45001, 0.45002]).contains("at 0.45001, and is 0.45002 at the end"))
    #expect(said(losses: [0.5, .nan]).contains("lowest after epoch 1, at 0.5000, and is nan at the end"))
  }

  @Test func `averaged weights are called so`() {
    var trace = Samples.cosine.trace
    trace.pipeline.train.averaging = 0.9
    #expect(
      LastAndBest(trace).blocks.text.hasPrefix("The weights measured are the moving averages after epoch 20,")
    )
  }

  private func said(losses: [Double]) -> String {
    var trace = Samples.cosine.trace
    trace.epochs = Array(trace.epochs.prefix(losses.count))
    for place in losses.indices { trace.epochs[place].valLoss = losses[place] }
    return LastAndBest(trace).blocks.text
  }

  @Test func `answers that are no number are counted, and neither drawn nor binned`() {
    var trace = Samples.regression.trace
    trace.outcome.predictions[3] = .infinity
    let rows = trace.outcome.rows
    #expect(reading(trace).hasSuffix("equal; 1 of \(rows) answers is no finite number."))
    #expect(Mistakes(trace).blocks.allSatisfy { $0.kind != "histogram" })
    for place in 0..<rows { trace.outcome.predictions[place] = .nan }
    #expect(Mistakes(trace).blocks == [.paragraph([.text("No answer is a finite number.")])])
    trace.outcome.predictions = trace.outcome.targets
    #expect(reading(trace).hasSuffix("equal; every answer is on it."))
  }

  @Test func `answers that are too high and too low are counted`() throws {
    var trace = Samples.regression.trace
    trace.outcome.targets = trace.outcome.targets.map { _ in 0 }
    trace.outcome.predictions = trace.outcome.predictions.indices.map { $0 == 0 ? 1 : -1 }
    let histogram = try #require(
      Mistakes(trace).blocks.lazy.compactMap { if case .histogram(let found) = $0 { found } else { nil } }
        .first)
    let rows = trace.outcome.rows
    #expect(
      histogram.caption.reading == "Of \(rows) answers, 1 is too high and \(rows - 1) too low.")
  }

  @Test func `what a scaler only centres keeps its unit`() {
    #expect(
      TargetUnit(Samples.regression.trace).name(power: 1) == "standard deviations of the training target")
    let centred = Samples.checked(
      load: "load_diabetes", preprocess: "- StandardScaler: { target: true, with_std: false }",
      model: "- Linear: { out_features: 1 }", loss: "MSELoss", schedule: "none", metrics: "mse",
      rate: "0.0001", epochs: 1)
    #expect(TargetUnit(centred.trace).name(power: 1) == "units of the target")
  }

  @Test func `the most common mistake is told, or that it is the only one`() {
    var trace = Samples.moons.trace
    trace.outcome.targets = [0, 0, 1, 1]
    trace.outcome.predictions = [0, 0, 1, 0]
    #expect(confusion(trace).hasSuffix("right; the one mistake takes class 1 for class 0."))
    trace.outcome.predictions = [0, 0, 0, 0]
    #expect(confusion(trace).hasSuffix("right; the most common mistake takes class 1 for class 0, twice."))
    trace.outcome.predictions = [0, 1, 1, 0]
    #expect(confusion(trace).hasSuffix("right; no mistake is made more often than once."))
    trace.outcome.predictions = [0, 0, 1, 1]
    #expect(confusion(trace).hasSuffix("Every row is on the diagonal: all are right."))
  }

  @Test func `a share of nothing is told to count as 0`() {
    var trace = Samples.moons.trace
    trace.outcome.targets = [0, 0, 1, 1]
    trace.outcome.predictions = [0, 0, 1, 0]
    #expect(caption(trace) == "Class by class")
    trace.outcome.predictions = [0, 0, 0, 0]
    #expect(caption(trace) == "Class by class; where there is nothing to count, a share is 0")
  }

  private func caption(_ trace: Trace) -> String? {
    Mistakes(trace).blocks.lazy.compactMap { if case .table(let table) = $0 { table.caption } else { nil } }
      .first
  }

  private func confusion(_ trace: Trace) -> String {
    Mistakes(trace).blocks.lazy.compactMap {
      if case .tensor(let tensor) = $0 { tensor.caption.reading } else { nil }
    }.first ?? ""
  }

  private func reading(_ trace: Trace) -> String {
    Mistakes(trace).blocks.lazy.compactMap {
      if case .scatter(let scatter) = $0 { scatter.caption.reading } else { nil }
    }.first ?? ""
  }

  @Test func `a curve reads the lowest threshold that is not below one half, where it has one`() throws {
    var trace = Samples.sequence.trace
    let place = try #require(
      trace.pipeline.evaluate.metrics.firstIndex { $0.info.name.description == "precision_recall_curve" })
    func reading(_ rows: [[Double]]) -> String {
      trace.evaluation[place] = Measurement(rows.flatMap { $0 }, shape: Shape(rows.count, 3))
      return readings(trace)[1]
    }
    let ends = [1, 0, Double.infinity]
    #expect(
      reading([[0.5, 1, 0.2], [0.75, 1, 0.5], [1, 0.5, 0.8], ends]).hasSuffix(
        " At 0.5, the lowest threshold that is not below one half: recall 100.0%, precision 75.0%."))
    #expect(
      reading([[0.5, 1, 0.2], ends])
        == trace.pipeline.evaluate.metrics[place].info.summary.description)
  }

  @Test func `the bin that is furthest off is told, where one is off`() throws {
    var trace = Samples.sequence.trace
    let place = try #require(
      trace.pipeline.evaluate.metrics.firstIndex { $0.info.name.description == "calibration_curve" })
    trace.evaluation[place] = Measurement([0.1, 0.1, 0.6001, 0.6], shape: Shape(2, 2))
    #expect(readings(trace)[2].hasSuffix(" a mean probability of 60.00% and a share of 60.01%."))
    trace.evaluation[place] = Measurement([0.1, 0.1, 0.5, 0.5], shape: Shape(2, 2))
    #expect(readings(trace)[2].hasSuffix(" In every bin, both are the same."))
  }

  private func readings(_ trace: Trace) -> [String] {
    MeasuredCurve.curves(of: trace).compactMap {
      if case .scatter(let scatter) = $0 { scatter.caption.reading } else { nil }
    }
  }

  @Test func `metrics of one name are told apart by their arguments`() throws {
    let checked = Samples.checked(
      load: "make_blobs: { n_samples: 100, centers: 3 }", preprocess: "- StandardScaler",
      model: "- Linear: { out_features: 3 }", loss: "CrossEntropyLoss", schedule: "none",
      metrics: "{ f1: { average: macro } }, { f1: { average: micro } }", epochs: 1,
      folds: "KFold: { n_splits: 2 }")
    let (measured, folds) = (Measures(checked.trace).table.tables[0], Folds(checked.trace).blocks.tables[0])
    #expect(
      measured.rows.map { $0.cells[0].plain } == ["f1(average=macro)\u{a0}↑", "f1(average=micro)\u{a0}↑"])
    #expect(folds.columns.suffix(2).map(\.title.plain) == ["f1(average=macro)", "f1(average=micro)"])
    #expect(folds.caption == "Cross-validation: 2 models, each measured on the fold it did not train on")
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

extension [Views.Block] {
  fileprivate var tables: [Views.Table] {
    compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
