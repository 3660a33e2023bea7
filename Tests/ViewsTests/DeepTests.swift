import Engine
import Lessons
import Testing

@testable import Views

@Suite struct `The Deep view` {
  @Test func `the numbers of an epoch end with the rate that the run used`() throws {
    let trace = Samples.cosine.trace
    let tables = Samples.exhibit("cosine").tables(in: .deep)
    let worked = try #require(tables.first { $0.role == .worked })
    #expect(worked.caption == "Epoch 6")
    #expect(
      worked.rows.map { $0.cells[1].plain } == ["5", "1.571", "0.000", "1.0000", "0.0500", "0", "0.05000"])
    #expect(worked.rows.last?.cells[0] == [.formula(#"\eta_t"#)])
    #expect(abs(trace.epochs[5].rate.lr - 0.05) < 1e-15)
  }

  @Test func `every epoch has a row of the terms that change`() throws {
    let terms = try #require(Samples.exhibit("cosine").tables(in: .deep).first { $0.role == .terms })
    #expect(terms.rows.count == 20 && terms.columns.count == 6)
    #expect(terms.rows.map { $0.cells[0].plain } == (1...20).map(String.init))
    #expect(terms.rows[10].cells.last?.plain == "0.00000")
  }

  @Test func `what changes has one title in both tables`() throws {
    for name in Samples.all.map(\.name) {
      let tables = Samples.exhibit(name).tables(in: .deep)
      for (place, terms) in tables.enumerated() where terms.role == .terms {
        let worked = tables[place - 1].rows.map { $0.cells[0] }
        #expect(terms.columns.dropFirst().allSatisfy { worked.contains($0.title) }, "\(name)")
      }
    }
  }

  @Test func `schedulers in sequence have a stretch each`() {
    let blocks = Samples.exhibit("sequence").blocks(of: .deep)
    let titles = blocks.compactMap { if case .heading(3, let text, _) = $0 { text.plain } else { nil } }
    #expect(titles == ["Epochs 1 to 5: LinearLR", "Epochs 6 to 20: CosineAnnealingLR"])
    #expect(blocks.text.contains("Here start_factor = 0.1, end_factor = 1, total_iters = 5.".keepingTogether))
  }

  @Test func `two of a kind in sequence have each its own settings`() {
    let checked = Samples.checked(
      load: "make_moons: { n_samples: 40 }", preprocess: "- StandardScaler",
      model: "- Linear: { out_features: 2 }", loss: "CrossEntropyLoss",
      schedule: """
        SequentialLR:
          schedulers: [{ LinearLR: { start_factor: 0.1, total_iters: 2 } }, { LinearLR: { start_factor: 1, end_factor: 0.5 } }]
          milestones: [2]
        """, metrics: "accuracy", epochs: 5)
    let text = View.deep.document(Exhibit(checked)).blocks.text
    for settings in [
      "Here start_factor = 0.1, end_factor = 1, total_iters = 2.",
      "Here start_factor = 1, end_factor = 0.5, total_iters = 5.",
    ] { #expect(text.contains(settings.keepingTogether)) }
  }

  @Test func `a cycle along lines has the formula of a line`() throws {
    func formulas(_ shape: String) -> [String] {
      let checked = Samples.checked(
        load: "make_moons: { n_samples: 40 }", preprocess: "- StandardScaler",
        model: "- Linear: { out_features: 2 }", loss: "CrossEntropyLoss",
        schedule: "OneCycleLR: { max_lr: 0.5, total_steps: 5, anneal_strategy: \(shape) }",
        metrics: "accuracy",
        epochs: 5)
      let blocks =
        View.deep.document(Exhibit(checked)).blocks + ScheduleStage(checked.trace).content.blocks
      return blocks.compactMap { if case .formula(let formula) = $0 { formula } else { nil } }
    }
    #expect(formulas("cos").count == 2 && formulas("cos").allSatisfy { $0.contains(#"\cos"#) })
    #expect(formulas("linear").count == 2 && !formulas("linear").contains { $0.contains(#"\cos"#) })
  }

  @Test func `a schedule by the step says how often it steps`() {
    var checked = Samples.moons
    checked.trace.steps.perEpoch = 1
    func text() -> String { View.deep.document(Exhibit(checked)).blocks.text }
    #expect(text().contains("It steps after every batch, once an epoch:"))
    checked.trace.pipeline.train.accumulation = 2
    #expect(text().contains("It steps after every step of the optimizer, once an epoch:"))
  }

  @Test func `a plateau shows the epoch of a cut`() throws {
    let trace = Samples.plateau.trace
    let worked = try #require(Samples.exhibit("plateau").tables(in: .deep).first { $0.role == .worked })
    let epoch = try #require(Int(worked.caption?.split(separator: " ").last ?? ""))
    #expect(trace.epochs[epoch - 1].rate.lr < trace.epochs[epoch - 2].rate.lr)
  }

  @Test func `the best of what is watched is written like it`() throws {
    let terms = try #require(Samples.exhibit("plateau").tables(in: .deep).first { $0.role == .terms })
    let (watched, best) = try (
      #require(terms.columns.firstIndex { $0.title.plain == "watched" }),
      #require(terms.columns.firstIndex { $0.title.plain == "best before" })
    )
    let seen = Set(terms.rows.map { $0.cells[watched].plain })
    #expect(seen.count > 2 && terms.rows.allSatisfy { seen.contains($0.cells[best].plain) })
  }

  @Test func `a schedule by the batch says which step is shown`() {
    let text = Samples.exhibit("moons").blocks(of: .deep).text
    #expect(text.contains("It steps after every batch, 5 times an epoch: shown is the first step of each."))
  }

  @Test(arguments: Samples.all.map(\.name))
  func `how far formula and run are apart is the truth`(name: String) throws {
    let trace = Samples.named(name).trace
    let terms = try trace.scheduleTerms()
    let off = zip(terms, trace.epochs).map { abs(($0.list.last?.value ?? .nan) - $1.rate.lr) }.max()
    let text = Samples.exhibit(name).blocks(of: .deep).text
    #expect(text.contains("bit for bit") == (off == 0))
    #expect((off ?? 0) <= 2e-15)
  }

  @Test func `without a schedule there is no formula`() {
    let blocks = Samples.exhibit("regression").blocks(of: .deep)
    #expect(!blocks.contains { $0.kind == "formula" || $0.kind == "table" })
    #expect(
      blocks.text
        == "This lesson has no schedule, and so no formula for its rate: every epoch trains with 0.01.")
  }
}
