import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `The Try view` {
  private func controls(_ checked: Checked) throws -> Controls {
    let blocks = View.tryIt.document(Exhibit(checked)).blocks
    return try #require(
      blocks.lazy.compactMap { if case .controls(let found) = $0 { found } else { nil } }.first)
  }

  @Test func `without a Try section the schedule's and the optimizer's parameters may be set`() throws {
    let paths = try controls(Samples.cosine).settings.map(\.path)
    #expect(paths.prefix(2) == ["optimizer.lr", "optimizer.momentum"])
    #expect(paths.contains("schedule.T_max"))
    #expect(paths.suffix(3) == ["epochs", "batch_size", "seed"])
  }

  @Test(arguments: Samples.all.map(\.name))
  func `a control's value stands in the pipeline's bytes where it says`(name: String) throws {
    let checked = Samples.named(name)
    let bytes = checked.lesson.pipeline.encoded
    for setting in try controls(checked).settings where setting.input.kind == .count {
      guard case .number(let number) = setting.value else { continue }
      #expect(Array(bytes[setting.bytes]) == Int(number).encoded, "\(setting.path)")
    }
    let (pipeline, choices) = (checked.lesson.pipeline, try controls(checked).choices)
    let encoded = [
      "schedule": pipeline.schedule.scheduler.encoded, "optimizer": pipeline.train.optimizer.encoded,
      "loss": pipeline.train.loss.encoded,
    ]
    for choice in choices { #expect(Array(bytes[choice.bytes]) == encoded[choice.path], "\(choice.path)") }
  }

  @Test func `what may stand in reads the model's output alike`() throws {
    let pipeline = Samples.cosine.lesson.pipeline
    #expect(pipeline.otherOptimizers.map(\.name) == ["Adam", "AdamW", "RMSprop"])
    #expect(pipeline.otherLosses.isEmpty)
    let choices = try controls(Samples.named("regression")).choices
    #expect(choices.last?.path == "loss" && choices.last?.names?.contains("HuberLoss") == true)
    #expect(try controls(Samples.cosine).choices.map(\.path) == ["schedule", "optimizer"])
  }

  @Test func `commands name the lesson's file, not where the site was built from`() throws {
    #expect(try !controls(Samples.cosine).command.contains("/"))
  }

  @Test func `two runs part at the first step that differs`() throws {
    let checked = Samples.cosine
    let (changed, _) = checked.lesson.with(["schedule.T_max=5"])
    let runs = TwoRuns(checked.trace, try #require(changed).pipeline.runTrace())
    #expect(
      runs.parting == """
        The runs are the same, bit for bit, for 25 steps. They part at step 26, in epoch 2: the learning rate is \
        0.09755 in the lesson, 0.09045 here.
        """)
    #expect(runs.table.rows.map { $0.cells[0] }.count == runs.table.rows.count && runs.table.rows.count >= 4)
    #expect(runs.chart.panels.map(\.caption.name).last == "Learning rate")
  }

  @Test func `values that read alike are told in more digits`() throws {
    let checked = Samples.cosine
    var trace = checked.trace
    trace.steps.loss[3] = trace.steps.loss[3].nextUp
    let parting = TwoRuns(checked.trace, trace).parting
    let found = try #require(parting.firstMatch(of: /the loss is (.*) in the lesson, (.*) here/))
    #expect(parting.hasPrefix("The runs are the same, bit for bit, for 3 steps. They part at step 4,"))
    #expect(found.1 != found.2)
  }

  @Test func `a run that only goes on longer is the same up to there`() throws {
    let checked = Samples.cosine
    let longer = try #require(checked.lesson.with(["epochs=22"]).lesson)
    #expect(
      TwoRuns(checked.trace, try longer.pipeline.runTrace()).parting
        == "The runs are the same, bit for bit, for 500 steps; the lesson trains 20 epochs, this run 22.")
    #expect(
      TwoRuns(checked.trace, checked.trace).parting == "The runs are the same, bit for bit, at every step.")
  }

  @Test func `runs of the same steps may part in validation`() {
    let trace = Samples.cosine.trace
    var other = trace
    other.epochs[2].valLoss += 0.5
    let start =
      "The steps that both runs take are the same, bit for bit, but after epoch 3 the validation loss is "
    #expect(TwoRuns(trace, other).parting.hasPrefix(start))
    other.epochs = Array(other.epochs.prefix(5))
    other.steps.loss = Array(other.steps.loss.prefix(125))
    #expect(TwoRuns(trace, other).parting.hasPrefix(start))
    other.epochs[2].valLoss = .nan
    #expect(TwoRuns(other, other).parting == "The runs are the same, bit for bit, at every step.")
  }

  @Test func `runs part in what both have`() {
    let trace = Samples.cosine.trace
    var other = trace
    other.steps.momentum = []
    other.steps.loss[3] += 1
    let parting = TwoRuns(trace, other).parting
    #expect(parting.contains("They part at step 4, in epoch 1: the loss is "))
  }

  @Test func `a chart reads what both runs end with, and with which rate their last epoch begins`() {
    let trace = Samples.cosine.trace
    var other = trace
    other.epochs[19].valLoss = .nan
    other.epochs[19].rate.lr = 0.5
    let readings = TwoRuns(trace, other).chart.panels.map(\.caption.reading)
    let last = trace.epochs[19]
    #expect(readings[0] == "Both runs end at \(Numbers.number(last.loss)).")
    #expect(readings[1] == "The lesson ends at \(Numbers.number(last.valLoss)), this run at nan.")
    let rates = Between(last.rate.lr, 0.5)
    #expect(
      readings.last == "The last epoch begins with \(rates.first) in the lesson, with \(rates.second) here.")
    #expect(
      TwoRuns(trace, trace).chart.panels.last?.caption.reading
        == "The last epoch of both runs begins with \(Numbers.number(last.rate.lr)).")
  }

  @Test func `losses that are measured otherwise are said not to compare`() throws {
    let trace = Samples.regression.trace
    var other = trace
    #expect(!TwoRuns(trace, other).blocks.text.contains("compare"))
    other.pipeline.train.loss = try #require(trace.pipeline.otherLosses.first)
    #expect(
      TwoRuns(trace, other).blocks.text.hasSuffix(
        " The loss is another measure here: the losses of the two runs do not compare."))
  }

  @Test func `a lesson that cannot run is not compared, and that is said`() {
    var checked = Samples.cosine
    #expect(!View.tryIt.document(Exhibit(checked)).blocks.text.contains("own run"))
    checked.settings = ["optimizer.lr=0.1"]
    #expect(
      View.tryIt.document(Exhibit(checked)).blocks.text.hasSuffix("nothing to set beside this one."))
    #expect(
      !View.tryIt.document(Exhibit(checked, original: checked.trace)).blocks.text.contains("own run"))
  }

  @Test func `the values of a run with other settings are not called the lesson's`() throws {
    var checked = Samples.cosine
    let titles = { try self.controls(checked).table.columns.map(\.title.plain) }
    #expect(try titles()[1] == "In the lesson")
    checked.settings = ["schedule.T_max=5"]
    #expect(try titles()[1] == "In this run")
  }

  @Test func `a command is quoted where a shell would part it`() throws {
    var controls = try controls(Samples.cosine)
    #expect(controls.command == "glassbox show a-lesson.md --view try --set optimizer.lr=0.1")
    controls.file = "a lesson.md"
    controls.settings[0].value = .numbers([3, 5])
    #expect(controls.command == "glassbox show 'a lesson.md' --view try --set 'optimizer.lr=[3, 5]'")
  }

  @Test func `claims are not said of a run with other settings`() throws {
    var checked = Samples.cosine
    #expect(Cover(checked).settings == [])
    checked.settings = ["schedule.T_max=5"]
    #expect(Cover(checked).settings == ["schedule.T_max=5"])
  }
}

@Suite struct `What a page carries to run again` {
  @Test func `the parts' digests end in the trace's`() {
    let rerun = Rerun(Exhibit(Samples.cosine))
    #expect(rerun.digest == Samples.cosine.trace.digest)
    #expect(rerun.parts.last?.end == Samples.cosine.trace.encoded.count)
    #expect(rerun.pipeline == Samples.cosine.lesson.pipeline.encoded)
    #expect(rerun.obstacle == nil)
  }

  @Test(
    arguments: zip(
      [[0, 255, 7, 1], [-0.0, 1, 2, 3], [256, 1, 2, 3], [0.5, 1, 2, 3]] as [[Double]],
      [1, 8, 8, 8] as [UInt8]))
  func `data goes by columns, rows by their targets, a byte for a value where that is exact`(
    features: [Double], width: UInt8
  ) {
    let table = Engine.Table(rows: 2, columns: 2, features: features, targets: [1, 0], classes: 2)
    let columns = [2, 0, 3, 1].map { features[$0] }
    let values = width == 1 ? columns.map { UInt8($0) } : columns.flatMap(\.encoded)
    let sizes: [Int] = [2, 2, 1, 2]
    let names = ([] as [String]).encoded
    var expected: [UInt8] = sizes.flatMap(\.encoded) + [1, 1, 0] + [width] + values
    expected += names + names + false.encoded
    #expect(table.columnBytes == expected)
  }

  @Test func `bytes of a class go in the order of their neighbours above and before`() {
    let rows: [[Double]] = [[2, 1, 0, 9], [1, 1, 0, 8], [2, 0, 0, 7]]
    let table = Engine.Table(
      rows: 3, columns: 4, features: rows.flatMap(\.self), targets: [0, 0, 0], classes: 1)
    let start = 4 * 8 + 1 + 3 + 1
    #expect(Array(table.columnBytes[start..<start + 12]) == [2, 1, 2, 1, 1, 0, 0, 0, 0, 7, 9, 8])
  }

  @Test func `a run of too many multiplications is left to the terminal`() {
    var checked = Samples.cosine
    checked.trace.pipeline.train.epochs = 1_000_000
    let rerun = Rerun(Exhibit(checked))
    #expect(rerun.obstacle?.contains("too many for a page") == true)
    #expect(rerun.pipeline.isEmpty && rerun.data == nil)
  }
}

extension Pipeline {
  fileprivate func runTrace() throws -> Trace { try run() }
}
