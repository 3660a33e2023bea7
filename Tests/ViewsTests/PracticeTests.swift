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
    #expect(found["split"] == "800 rows train, 200 validate.")
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
