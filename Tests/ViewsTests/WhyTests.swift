@testable import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `The Why view` {
  @Test func `shows both runs in one chart`() throws {
    let chart = try #require(Samples.exhibit("cosine").charts(in: .why).first)
    #expect(chart.panels.map(\.caption.name) == ["Training loss", "Validation loss", "Learning rate"])
    for panel in chart.panels { #expect(panel.series.map(\.isSecondary) == [false, true]) }
    #expect(chart.panels[2].series.allSatisfy { $0.isStepped })
    #expect(chart.panels[2].series[1].values.allSatisfy { $0 == 0.1 })
  }

  @Test func `the author's section comes first`() {
    let blocks = Samples.exhibit("cosine").blocks(of: .why)
    #expect(blocks.first == .paragraph([.text("One rate is rarely good at both ends.")]))
  }

  @Test func `without a schedule there is nothing to compare`() {
    let blocks = Samples.exhibit("regression").blocks(of: .why)
    #expect(!blocks.contains { $0.kind == "chart" })
    #expect(blocks.first == .heading(level: 2, text: [.text("No schedule")], anchor: "why-comparison"))
    #expect(
      blocks.text == """
        This lesson has no schedule: every epoch trains with a rate of 0.01, and there is no other run to set beside it.
        """)
  }

  @Test func `a run that diverges without its schedule is told of`() {
    let failure = EngineError(.diverged(epoch: 3, step: 61, lr: 0.5))
    let blocks = View.why.document(Exhibit(Samples.moons, failure: failure)).blocks
    #expect(
      blocks.text.contains(
        "diverges: at a rate of 0.5 its loss or its gradient is no number any more at step 61"))
    #expect(!blocks.contains { $0.kind == "chart" })
  }

  @Test func `the run without the schedule asks for no row that it may not have`() {
    var pipeline = Samples.cosine.trace.pipeline
    pipeline.evaluate.predict = [.misclassified]
    #expect(pipeline.unscheduled?.evaluate.predict.isEmpty == true)
  }

  @Test func `a shorter run has no values where it has no epochs`() throws {
    let exhibit = Samples.exhibit("plateau")
    let chart = try #require(exhibit.charts(in: .why).first)
    let counts = [exhibit.checked.trace.epochs.count, try #require(exhibit.unscheduled).epochs.count]
    #expect(counts[0] != counts[1])
    for (place, line) in chart.panels[0].series.enumerated() {
      #expect(line.values.count == counts.max())
      #expect(line.values.prefix { $0.isFinite }.count == counts[place])
    }
  }
}

/// Two runs that part as a test asks.
@Suite struct `Rules that compare two runs` {
  @Test func `runs that never part`() {
    let comparison = compare(rates: [1, 1], losses: [3, 2], with: [2, 1], without: [2, 1])
    #expect(
      comparison.parting == [
        "The schedule never moves the rate in this run: both runs are the same, bit for bit."
      ])
    #expect(comparison.areSame)
    #expect(comparison.verdict == ["Both runs end with the same validation loss, 1."])
  }

  @Test func `runs that part at a step, and show it at the next`() {
    let comparison = compare(
      rates: [1, 0.5, 0.5], losses: [3, 2, 2.5], with: [1, 1, 1], without: [1, 1, 2])
    #expect(
      comparison.parting == [
        """
        Up to step 1, the only one of epoch 1, both runs are the same, bit for bit. They part at step 2, the only one of \
        epoch 2: its rate is 0.5 with the schedule, 1 without. The first loss to show it is that of step 3, the only one \
        of epoch 3, 2.500 against 2.000.
        """
      ])
  }

  @Test func `a step is told by its place in its epoch`() {
    var scheduled = compare(
      rates: [1, 1, 1, 0.5], losses: [3, 2, 2, 2], with: [1, 1, 1, 1], without: [1, 1, 1, 1]
    ).scheduled
    let unscheduled = compare(with: [1, 1, 1, 1], without: [1, 1, 1, 1]).unscheduled
    for (perEpoch, place) in [(4, "the last of epoch 1"), (3, "the first of epoch 2"), (5, "in epoch 1")] {
      scheduled.steps.perEpoch = perEpoch
      let parting = Comparison(scheduled: scheduled, unscheduled: unscheduled).parting[0]
      #expect(parting.contains("They part at step 4, \(place): its rate"))
    }
  }

  @Test func `only where runs differ might another seed end otherwise`() {
    func text(_ unscheduled: Trace) -> String {
      View.why.document(Exhibit(Samples.cosine, unscheduled: unscheduled)).blocks.text
    }
    #expect(!text(Samples.cosine.trace).contains("Another seed"))
    var other = Samples.cosine.trace
    other.steps.loss[0] += 1
    #expect(text(other).contains("Another seed may end otherwise."))
  }

  @Test func `ends that are the same are told once`() throws {
    let chart = compare(with: [3, 1], without: [3, 1]).chart
    #expect(chart.panels[1].caption.reading == "Both runs end at 1.")
    #expect(chart.panels[2].caption.reading == "With the schedule: 1 throughout. Without: 1 throughout.")
    let near = compare(with: [3, 1.00001], without: [3, 1]).chart
    #expect(
      near.panels[1].caption.reading == "It ends at 1.00001 with the schedule, at 1.00000 without.")
  }

  @Test func `runs that part at once`() {
    let comparison = compare(rates: [0.5, 1], losses: [3, 1], with: [1, 1], without: [1, 1])
    #expect(comparison.parting[0].hasPrefix("They part at their very first step: its rate is 0.5"))
  }

  @Test func `no loss shows it`() {
    let comparison = compare(rates: [1, 0.5], losses: [3, 2], with: [1, 1], without: [1, 1])
    #expect(comparison.parting[0].hasSuffix("No step's loss shows it."))
  }

  @Test func `the schedule ends better`() {
    let verdict = compare(with: [3, 1], without: [3, 2], accuracies: ([0.5, 0.9], [0.5, 0.8])).verdict
    #expect(
      verdict == [
        """
        The run with the schedule ends better: the validation loss is 1 with the schedule and 2 without, and accuracy is 90% \
        with it and 80% without.
        """,
        "The lowest validation loss of all, 1, is that of the run with the schedule after epoch 2, its last.",
      ])
  }

  @Test func `the run without the schedule ends better, and that is said`() {
    let verdict = compare(with: [1, 3], without: [1.5, 2]).verdict
    #expect(
      verdict == [
        "The run without the schedule ends better: the validation loss is 3 with the schedule and 2 without.",
        "The lowest validation loss of all, 1, is that of the run with the schedule after epoch 1.",
      ])
  }

  @Test func `loss and accuracy disagree`() {
    let verdict = compare(with: [3, 1], without: [3, 2], accuracies: ([0.5, 0.7], [0.5, 0.8])).verdict
    #expect(
      verdict[0] == """
        The end depends on what is asked: the validation loss is 1 with the schedule and 2 without, which speaks for the run \
        with the schedule; accuracy is 70% with it and 80% without, which speaks for the run without it.
        """)
  }

  @Test func `accuracies are the same`() {
    let verdict = compare(with: [3, 1], without: [3, 2], accuracies: ([0.5, 0.7], [0.5, 0.7])).verdict
    #expect(verdict[0].hasSuffix(", though both get 70% of the rows right."))
  }

  @Test func `runs of different length`() {
    let verdict = compare(with: [2, 1], without: [2, 1, 3]).verdict
    #expect(
      verdict.last == """
        The run with the schedule took 2 epochs, the one without 3: early stopping watches each by itself.
        """)
  }

  @Test func `differences are those of the ends, with their sign`() {
    let table = compare(with: [3, 1.25], without: [3, 2], accuracies: ([0.5, 0.9], [0.5, 0.8])).table
    let cells = table.rows.map { $0.cells.map(\.plain) }
    #expect(cells.contains(["Validation loss\u{a0}↓", "1.250", "2.000", "−0.750"]))
    #expect(cells.contains(["Validation accuracy\u{a0}↑", "90.0%", "80.0%", "+10.0 points"]))
  }

  /// A run of one step an epoch beside one at a rate of 1 whose losses are 3, 2, 2, ….
  private func compare(
    rates: [Double]? = nil, losses: [Double]? = nil, with: [Double], without: [Double],
    accuracies: ([Double], [Double])? = nil
  ) -> Comparison {
    func run(_ rates: [Double], _ losses: [Double], _ validation: [Double], _ accuracies: [Double]?) -> Trace
    {
      var trace = Samples.moons.trace
      trace.pipeline.evaluate.metrics = []
      trace.steps.perEpoch = 1
      trace.steps.lr = rates
      trace.steps.momentum = []
      trace.steps.loss = losses
      trace.epochs = validation.indices.map { place in
        Epoch(
          epoch: place + 1, rate: Rate(lr: rates[place]), loss: losses[place], accuracy: accuracies?[place],
          valLoss: validation[place], valAccuracy: accuracies?[place], gradNorm: 0)
      }
      return trace
    }
    let plain = [3] + Array(repeating: 2.0, count: without.count - 1)
    return Comparison(
      scheduled: run(
        rates ?? Array(repeating: 1, count: with.count), losses ?? Array(plain.prefix(with.count)), with,
        accuracies?.0),
      unscheduled: run(Array(repeating: 1, count: without.count), plain, without, accuracies?.1))
  }
}

extension Exhibit {
  /// The blocks of `view`, those within others included.
  func blocks(of view: View) -> [Views.Block] { view.document(self).blocks.flatMap(\.all) }

  /// The charts of `view`.
  func charts(in view: View) -> [Chart] {
    blocks(of: view).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  /// The tables of `view`.
  func tables(in view: View) -> [Views.Table] {
    blocks(of: view).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension [Views.Block] {
  /// The words of the paragraphs.
  var text: String {
    compactMap { if case .paragraph(let text) = $0 { text.plain } else { nil } }.joined(separator: " ")
  }
}
