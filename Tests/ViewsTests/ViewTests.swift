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

  @Test func `points in the plane are shown as a scatter, digits as pictures`() throws {
    func kinds(_ name: String) -> [String] { Samples.visual(name).flatMap(\.all).map(\.kind) }
    #expect(kinds("moons").contains("scatter"))
    #expect(kinds("digits").filter { $0 == "image" }.count == 5)
    #expect(!kinds("cosine").contains("scatter") && !kinds("cosine").contains("image"))
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
