import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `Views of a lesson` {
  @Test func `a page has every view, in order`() {
    let page = Page(Exhibit(Samples.cosine))
    #expect(
      page.documents.map(\.name) == [
        "learn", "why", "deep", "visual", "try", "challenge", "project", "recall", "perf",
      ])
    #expect(page.cover.badges == ["PyTorch", "ml"])
    #expect(page.cover.summary == "The first paragraph.")
    #expect(page.cover.slug == "a-lesson")
  }

  @Test(arguments: Samples.all.map(\.name))
  func `no anchor is given twice`(name: String) {
    let blocks = Page(Samples.exhibit(name)).documents.flatMap(\.blocks)
    let anchors = blocks.flatMap(\.all).compactMap {
      if case .heading(_, _, let anchor) = $0 { anchor } else { nil }
    }
    #expect(Set(anchors).count == anchors.count)
  }

  @Test(arguments: Samples.all.map(\.name))
  func `the five stages show shapes, figures and their hues`(name: String) throws {
    let stages = try #require(
      Samples.visual(name).lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    #expect(stages.map(\.number) == [1, 2, 3, 4, 5])
    #expect(stages.map(\.hue) == [.load, .preprocess, .train, .schedule, .evaluate])
    for stage in stages {
      #expect(!stage.summary.isEmpty && !stage.input.isEmpty && !stage.output.isEmpty)
      #expect(stage.blocks.count > 1, "stage \(stage.number) shows little")
    }
  }

  @Test func `the cosine lesson's cards read as the run went`() throws {
    let stages = try #require(
      Samples.visual("cosine").lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    #expect(stages[0].summary == "1000 rows, 20 features, 2 classes")
    #expect(stages[1].output == "800 × 20 · 200 × 20".keepingTogether)
    #expect(stages[2].summary == "20 → 64 → 2, ReLU; SGD")
    #expect(stages[2].input == "32 × 20")
    #expect(stages[3].summary == "CosineAnnealingLR, T_max = 10".keepingTogether)
    #expect(stages[3].output == "0.1 → 0 → 0.09755")
  }

  @Test func `regression has no panel, column or sentence of accuracy`() throws {
    let chart = EpochByEpoch(Samples.regression, view: "visual").chart
    #expect(chart.panels.map(\.caption.name) == ["Loss", "Learning rate"])
    let table = try #require(
      Samples.visual("regression").lazy.compactMap { if case .table(let t) = $0 { t } else { nil } }.first)
    #expect(!table.columns.contains { $0.title.plain.contains("ccuracy") })
    #expect(!table.rows.contains { $0.cells.contains { $0.plain.contains("ccuracy") } })
  }

  @Test func `without a schedule the stage says so`() throws {
    let stages = try #require(
      Samples.visual("regression").lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    #expect(stages[3].summary == "No schedule: the rate stays as it is")
    #expect(stages[3].input == "0.01" && stages[3].output == "0.01")
  }

  @Test func `a split that the lesson leaves out is named`() throws {
    let stages = try #require(
      Samples.visual("regression").lazy.compactMap { if case .stages(let s) = $0 { s } else { nil } }.first)
    guard case .paragraph(let text) = stages[1].blocks[0] else { throw Missing() }
    #expect(text.plain == "The lesson names no split, so train_test_split(test_size=0.2) was put first.")
  }

  @Test func `what is fitted before the split is fitted on all rows`() throws {
    let checked = Samples.checked(
      load: "load_iris", preprocess: "- StandardScaler\n- train_test_split: { test_size: 0.2 }\n- PCA",
      model: "- Linear: { out_features: 3 }", loss: "CrossEntropyLoss", schedule: "none", metrics: "accuracy",
      epochs: 1)
    let blocks = PreprocessStage(checked.trace).content.blocks
    guard case .table(let steps) = blocks[0] else { throw Missing() }
    #expect(
      steps.caption?.hasPrefix("In this order: before the split fitted on all rows")
        == true)
    #expect(steps.rows.map { $0.cells[2].plain } == ["all 150 × 4", "120 × 4", "120 × 4"])
    #expect(steps.rows.map { $0.cells[3].plain } == ["–", "30 × 4", "30 × 4"])
    let tensors = blocks.compactMap { if case .tensor(let tensor) = $0 { tensor } else { nil } }
    #expect(tensors.first?.caption.reading.hasPrefix("Rows of both parts: ") == true)
    // As many columns as features, and none of them a feature.
    let names = checked.trace.load.featureNames
    #expect(tensors.map { $0.columns[0]?.plain } == [names[0], names[0], names[0], "x₁"])
    let readings = blocks.compactMap {
      if case .histogram(let figure) = $0 { figure.caption.reading } else { nil }
    }
    #expect(readings[0].contains(" over 150 rows: ") && readings[3].hasPrefix("x₃ over 120 training rows: "))
    #expect(Rerun(Exhibit(checked)).inputs.isEmpty)
  }

  @Test func `how it is trained names all that is set`() throws {
    var trace = Samples.cosine.trace
    trace.pipeline.train.groups = [.init(layers: [0, 2], optimizer: trace.pipeline.train.optimizer)]
    trace.pipeline.train.clipGradValue = 0.5
    trace.pipeline.train.averaging = 0.9
    trace.pipeline.train.accumulation = 2
    trace.pipeline.train.earlyStopping = .init(patience: 1, minDelta: 0.01)
    let settings = TrainStage(trace).content.blocks.compactMap { block in
      if case .table(let table) = block { table.rows.map { $0.cells.map(\.plain) } } else { nil }
    }.joined()
    for row in [
      ["layers 1, 3", "SGD(lr=0.1, momentum=0.9)"], ["gradient values, at most", "0.5"],
      ["weights that are evaluated", "moving average, decay 0.9"],
      ["steps", "25 per epoch, 500 in all; up to 2 batches each"],
      ["early stopping", "bears 1 epoch in a row without a better val_loss by more than 0.01"],
    ] { #expect(settings.contains(row)) }
  }

  @Test func `the rate after the last is told, but where a cycle is over`() throws {
    func reading(_ trace: Trace) -> String? {
      ScheduleStage(trace).content.blocks.lazy.compactMap { block in
        if case .chart(let chart) = block { chart.panels[0].caption.reading } else { nil }
      }.first
    }
    #expect(reading(Samples.cosine.trace)?.hasSuffix(" One more epoch would use 0.1.") == true)
    #expect(reading(Samples.moons.trace)?.contains("One more") == false)
    var still = Samples.cosine.trace
    still.nextRate = still.epochs[19].rate
    #expect(reading(still)?.contains("One more") == false)
  }

  @Test func `classes of the same size are told so`() throws {
    var trace = Samples.cosine.trace
    func reading(_ counts: [Int]) -> String? {
      trace.load.classCounts = counts
      return LoadStage(trace).content.blocks.lazy.compactMap { block in
        if case .bars(let bars) = block { bars.caption.reading } else { nil }
      }.first
    }
    #expect(reading([1, 1]) == "Every class has 1 row.")
    #expect(reading([1, 2]) == "The smallest class has 1 row, the largest 2.")
  }

  @Test func `values that are all the same have no range`() {
    func reading(_ features: [Double]) -> String {
      var sample = Samples.cosine.trace.load.preview
      (sample.rows, sample.features, sample.targets, sample.columns) = ([0], features, [0], features.count)
      return SampleTable(sample: sample, names: Names(Samples.cosine.trace.load), classifies: true)
        .tensor("Rows", lead: "All", hue: .load).caption.reading
    }
    #expect(reading([1, 1]) == "All: all values shown are 1.")
    #expect(reading([1]) == "All: the value shown is 1.")
    #expect(reading([1, 2]) == "All: the values shown range from 1 to 2.")
  }

  @Test func `no link leads to an epoch that the run does not have`() throws {
    let proofs = Proofs(view: "visual", epochs: 20)
    func anchor(_ claim: String) throws -> String? {
      proofs.place(of: try #require(Inline.Claim(claim)).expression)?.anchor
    }
    #expect(try anchor("lr[20] == 0.1") == "visual-epoch-20")
    #expect(try anchor("lr[21] == 0.1") == "visual-stage-4")
    #expect(try anchor("loss[21] < loss[3]") == "visual-epoch-3")
  }

  @Test func `points in the plane are shown as a scatter, digits as pictures`() throws {
    func kinds(_ name: String) -> [String] { Samples.visual(name).flatMap(\.all).map(\.kind) }
    #expect(kinds("moons").contains("scatter"))
    #expect(kinds("digits").filter { $0 == "image" }.count == 5)
    #expect(!kinds("cosine").contains("scatter") && !kinds("cosine").contains("image"))
  }

  @Test func `a picture's numbers are of one format`() {
    let pixels = Pixels(
      caption: Caption("Row 0", reading: "", hue: .load), rows: 1, columns: 3, values: [0, 0.5, 16],
      range: 0...16, isSigned: false)
    #expect(pixels.texts == ["0.00", "0.50", "16.00"] && !pixels.isDrawn)
  }

  @Test(arguments: [
    ([1, 2, 1, 4], "Values in each of 4 bins, 2.5 wide, from −4 to 6"),
    ([8], "Values in the only bin, from −4 to 6"),
  ])
  func `a histogram says where its bins lie`(counts: [Int], bins: String) {
    let histogram = Histogram(
      caption: Caption("x₁", reading: "", hue: .load), lower: .init(-4, text: "−4"),
      upper: .init(6, text: "6"), counts: counts)
    #expect(histogram.bins == bins)
  }

  @Test func `every sample that the lesson asks for is followed`() {
    let steps = Samples.visual("moons").filter { $0.kind == "steps" }
    #expect(steps.count == 3)
  }

  @Test func `a hidden unit opens to the sum that made it`() throws {
    let steps = try #require(
      Samples.visual("cosine").lazy.compactMap { if case .steps(let s) = $0 { s } else { nil } }.first)
    #expect(
      steps.map(\.title) == [
        "Input layer", "Hidden layer with ReLU", "Output layer with softmax", "Prediction",
      ])
    let strip = try #require(steps[1].strip)
    let chosen = try #require(strip.chosen)
    #expect(strip.cells[chosen].value == strip.cells.map(\.value).max())
    let equation = try #require(strip.unit?.parts.first).equation
    #expect(equation.hasPrefix("Σ w·x + b = ") && equation.contains(" → ReLU → "))
  }

  @Test func `options link to the place that proves them`() throws {
    let questions = Samples.visual("cosine").compactMap { if case .question(let q) = $0 { q } else { nil } }
    guard case .options(let options, let isMultiple) = questions[0].answer else { throw Missing() }
    #expect(!isMultiple && options.filter(\.isRight).count == 1)
    let right = try #require(options.first { $0.isRight })
    #expect(right.proof == .init(anchor: "visual-epoch-11", text: "See epoch 11", option: "--epoch 11"))
    guard case .ordering(let items, let order) = questions[2].answer else { throw Missing() }
    #expect(order.map { items[$0].plain } == ["load", "preprocess", "train"])
  }

  private struct Missing: Error {}
}

extension Samples {
  /// The sample called `name`.
  static func named(_ name: String) -> Checked { all.first { $0.name == name }?.checked ?? cosine }

  /// The blocks of its Visual view.
  static func visual(_ name: String) -> [Views.Block] { View.visual.document(Exhibit(named(name))).blocks }
}

extension Views.Block {
  /// The block and those within it.
  var all: [Views.Block] {
    switch self {
    case .quote(let blocks), .disclosure(_, let blocks): [self] + blocks.flatMap(\.all)
    case .stages(let stages): [self] + stages.flatMap(\.blocks).flatMap(\.all)
    case .steps(let steps): [self] + steps.flatMap(\.blocks).flatMap(\.all)
    case .note(let note): [self] + note.blocks.flatMap(\.all)
    default: [self]
    }
  }

  /// The name of its case.
  var kind: String {
    let text = "\(self)"
    return String(text.prefix { $0 != "(" })
  }
}
