import Lessons
import Testing

@testable import Engine
@testable import Views

@Suite struct `Project and Recall` {
  @Test func `without a project, the task is to beat the run's validation accuracy by another schedule`()
    throws
  {
    let goals = try #require(self.goals(of: Samples.cosine))
    let accuracy = try #require(Samples.cosine.trace.epochs.last?.valAccuracy)
    #expect(goals.map(\.text) == ["val_accuracy[epochs] > \(accuracy)"])
    #expect(goals.map(\.isMet) == [false])
    #expect(goals.map(\.condition) == ["val_accuracy[last] > \(accuracy)"])
  }

  @Test func `in regression, the task is a lower validation loss, which the run itself does not have`() throws
  {
    let goals = try #require(self.goals(of: Samples.regression))
    #expect(goals.count == 1 && goals[0].text.hasPrefix("val_loss[epochs] < ") && !goals[0].isMet)
  }

  @Test func `a run that gets everything right is to be beaten in its loss`() throws {
    var checked = Samples.cosine
    checked.trace.epochs[19].valAccuracy = 1
    let goals = try #require(self.goals(of: checked))
    #expect(goals[0].text.hasPrefix("val_loss[epochs] < "))
  }

  @Test func `what nothing can beat is no target`() {
    func task(_ change: (inout Epoch) -> Void) -> (text: String, goals: Int) {
      var checked = Samples.cosine
      change(&checked.trace.epochs[19])
      return (View.project.document(Exhibit(checked)).blocks.text, goals(of: checked)?.count ?? 0)
    }
    let perfect = task { ($0.valAccuracy, $0.valLoss) = (1, 0) }
    #expect(perfect == ("This run leaves nothing to beat: it ends at a loss of 0.", 0))
    let broken = task { ($0.valAccuracy, $0.valLoss) = (1, .nan) }
    #expect(broken.text.hasSuffix("so that the last validation loss, here nan, is a finite number."))
    #expect(broken.goals == 0)
    let near = task { ($0.valAccuracy, $0.valLoss) = (0.99996, 0.01) }
    #expect(near.text.contains("a lower validation loss than the 0.01 of this run") && near.goals == 1)
  }

  @Test func `the script is shown where there is one`() {
    func scripts(_ script: String) -> [Script] {
      View.project.document(Exhibit(Samples.cosine, script: script)).blocks.compactMap {
        if case .script(let script) = $0 { script } else { nil }
      }
    }
    #expect(scripts("").isEmpty)
    #expect(scripts("# %%\nprint(1)\n") == [Script(file: "a-lesson", text: "# %%\nprint(1)\n")])
  }

  @Test func `quiz cards lead to their question and hold its right answer`() throws {
    let cards = self.cards(of: Samples.cosine)
    let first = try #require(cards.first)
    #expect(first.question == .init(view: "visual", number: 1))
    #expect(first.body.count == 1, "the options")
    guard case .paragraph(let answer) = first.back[0] else { throw Missing() }
    #expect(answer.plain == "It reaches its minimum")
    #expect(cards.compactMap(\.question).count == 3)
  }

  @Test func `cards of the run tell its key numbers`() {
    func backs(_ checked: Checked) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: CardRule.all.compactMap { rule in
          rule.make(checked.trace).map { (rule.name, $0.back) }
        })
    }
    let found = backs(Samples.cosine)
    #expect(found["split"] == "800 rows for training, 200 for validation.")
    #expect(found["parameters"] == "1474.")
    #expect(
      found["rates"] == "Epoch 1 trains with 0.1, epoch 11 with the lowest, 0, epoch 20 with 0.09755.")
    #expect(found["best"]?.hasPrefix("After epoch ") == true)
    #expect(found["outcome"]?.hasSuffix(" of 200 validation rows right.") == true)
    #expect(CardRule.rates.make(Samples.regression.trace) == nil, "no schedule")
    var trace = Samples.cosine.trace
    trace.model.parameterCount = 0
    #expect(CardRule.parameters.make(trace) == nil)
    trace.preprocess.validationRows = []
    #expect(CardRule.split.make(trace) == nil)
    trace.epochs = Array(trace.epochs.prefix(1))
    #expect(CardRule.best.make(trace) == nil)
  }

  @Test func `an epoch is asked for where it alone is best`() {
    func back(_ losses: [Double]) -> String? {
      var trace = Samples.cosine.trace
      trace.epochs = Array(trace.epochs.prefix(losses.count))
      for place in losses.indices { trace.epochs[place].valLoss = losses[place] }
      return CardRule.best.make(trace)?.back
    }
    #expect(back([0.5, 0.25]) == "After epoch 2 of 2, 0.2500.")
    #expect(back([0.50001, 0.50002]) == "After epoch 1 of 2, 0.50001. It ends at 0.50002.")
    #expect(back([0.5, 0.5]) == nil)
    #expect(back([0.5, .nan]) == nil)
  }

  private struct Missing: Error {}

  private func goals(of checked: Checked) -> [Goals.Target]? {
    View.project.document(Exhibit(checked)).blocks.lazy.compactMap {
      if case .goals(let goals) = $0 { goals.targets } else { nil }
    }
    .first
  }

  private func cards(of checked: Checked) -> [Views.Card] {
    View.recall.document(Exhibit(checked)).blocks.flatMap { block -> [Views.Card] in
      if case .cards(let cards) = block { cards } else { [] }
    }
  }
}
