import Lessons
import Testing

@testable import Engine
@testable import Views

/// Each rule is tested by its name on a run in which it holds, and on one in which it does not.
@Suite struct `Computed observations` {
  /// A run whose epochs have these figures; validation loss is worst at epoch 1 where none are given.
  private func run(
    rates: [Double], losses: [Double], validation: [Double], accuracies: [Double]? = nil,
    stopped: Bool = false, of sample: Checked = Samples.cosine
  ) -> ObservedRun {
    var trace = sample.trace
    trace.epochs = rates.indices.map { i in
      Epoch(
        epoch: i + 1, rate: Rate(lr: rates[i]), loss: losses[i], accuracy: accuracies?[i],
        valLoss: validation[i],
        valAccuracy: accuracies?[i], gradNorm: 1)
    }
    trace.stoppedEarly = stopped
    return ObservedRun(trace)
  }

  private func says(_ rule: ObservationRule, _ run: ObservedRun, _ epoch: Int) -> String? {
    rule.observe(run, epoch)?.sentence
  }

  @Test func start() {
    let run = run(rates: [0.1, 0.1], losses: [0.9, 0.5], validation: [0.8, 0.6], accuracies: [0.6, 0.7])
    #expect(
      says(.start, run, 1)
        == "Training starts at a rate of 0.1; over the first pass 60% of its samples are right.")
    #expect(says(.start, run, 2) == nil)
    let regression = self.run(rates: [0.1], losses: [0.9], validation: [0.8])
    #expect(
      says(.start, regression, 1) == "Training starts at a rate of 0.1; over the first pass its loss is 0.9.")
  }

  @Test func `lowest rate`() {
    let run = run(rates: [0.1, 0.01, 0.05], losses: [3, 2, 1], validation: [3, 2, 1])
    #expect(says(.lowestRate, run, 2) == "The rate is the lowest of the run, 0.01.")
    #expect(says(.lowestRate, run, 3) == nil)
    let constant = self.run(rates: [0.1, 0.1], losses: [3, 2], validation: [3, 2])
    #expect(says(.lowestRate, constant, 1) == nil)
  }

  @Test func `a rate of 0 moves no weight, where the run kept them`() {
    let run = ObservedRun(Samples.cosine.trace)
    #expect(run.lowestRate == 11)
    #expect(says(.lowestRate, run, 11) == "The rate is the lowest of the run, 0, and no weight moves.")
    #expect(!run.isStill(during: 10))
  }

  @Test func `highest rate`() {
    let run = run(rates: [0.01, 0.1, 0.05], losses: [3, 2, 1], validation: [3, 2, 1])
    #expect(says(.highestRate, run, 2) == "The rate is the highest of the run, 0.1.")
    #expect(says(.highestRate, run, 1) == nil)
  }

  @Test func overfit() {
    let run = run(rates: [1, 1, 1], losses: [3, 2, 1], validation: [2, 1, 4])
    #expect(
      says(.overfit, run, 3)
        == "Validation loss, 4, is the highest of the run, while training loss is lower than at epoch 2, where validation was best: the model overfits."
    )
    let worse = self.run(rates: [1, 1, 1], losses: [3, 2, 5], validation: [2, 1, 4])
    #expect(says(.overfit, worse, 3) == nil)
  }

  @Test func `lowest validation loss`() {
    let run = run(rates: [1, 1, 1], losses: [3, 2, 1], validation: [2, 1, 4])
    #expect(says(.lowestValLoss, run, 2) == "Validation loss is the lowest of the run, 1.")
    #expect(says(.lowestValLoss, run, 3) == nil)
  }

  @Test func `highest validation accuracy`() {
    let run = run(rates: [1, 1], losses: [3, 2], validation: [2, 1], accuracies: [0.5, 0.75])
    #expect(says(.highestValAccuracy, run, 2) == "Validation accuracy is the highest of the run, 75%.")
    let regression = self.run(rates: [1, 1], losses: [3, 2], validation: [2, 1])
    #expect(says(.highestValAccuracy, regression, 2) == nil)
  }

  @Test func `highest validation loss`() {
    let run = run(rates: [1, 1, 1], losses: [3, 2, 5], validation: [2, 1, 4])
    #expect(says(.highestValLoss, run, 3) == "Validation loss is the highest of the run, 4.")
    #expect(says(.highestValLoss, run, 1) == nil)
  }

  @Test func `biggest fall`() {
    let run = run(rates: [1, 1, 1], losses: [5, 2, 1], validation: [2, 1, 4])
    #expect(says(.biggestFall, run, 2) == "Training loss falls more than in any other epoch, from 5 to 2.")
    #expect(says(.biggestFall, run, 3) == nil)
    let rising = self.run(rates: [1, 1, 1], losses: [1, 2, 3], validation: [2, 1, 1])
    #expect(says(.biggestFall, rising, 2) == nil)
    // One of two falls that are the same, and one where there is no other epoch, is no more than any other.
    let even = self.run(rates: [1, 1, 1], losses: [5, 4, 3], validation: [2, 1, 4])
    #expect(says(.biggestFall, even, 2) == nil && says(.between, even, 2) != nil)
    let only = self.run(rates: [1, 1], losses: [5, 2], validation: [2, 1])
    #expect(says(.biggestFall, only, 2) == nil && says(.between, only, 2) != nil)
  }

  @Test func `rises with the rate`() {
    let run = run(rates: [1, 2, 3], losses: [1, 2, 1.5], validation: [2, 1, 4])
    #expect(says(.risesWithRate, run, 2) == "The rate rises to 2, and training loss with it, from 1 to 2.")
    #expect(says(.risesWithRate, run, 3) == nil)
  }

  @Test func `rate moves`() {
    let run = run(
      rates: [1, 2, 2, 1.5, 3, 0.5], losses: [1, 2, 1, 1, 1, 1], validation: [2, 1, 4, 4, 4, 4])
    #expect(says(.rateMoves, run, 2) == "The rate rises to 2.")
    #expect(says(.rateMoves, run, 3) == nil)
    #expect(says(.rateMoves, run, 4) == "The rate falls to 1.5.")
    #expect(says(.rateMoves, run, 5) == nil)
  }

  @Test func `stopped early`() {
    let run = run(rates: [1, 1], losses: [1, 2], validation: [2, 1], stopped: true)
    #expect(says(.stopped, run, 2) == "Early stopping ends training here.")
    #expect(says(.stopped, run, 1) == nil)
  }

  @Test func end() {
    let run = run(rates: [1, 1], losses: [1, 2], validation: [2, 1])
    #expect(says(.end, run, 2) == "Training ends with a loss of 2, 1 on validation rows.")
    #expect(says(.end, run, 1) == nil)
  }

  @Test func between() {
    let run = run(rates: [1, 1, 1, 1, 1, 2], losses: [9, 3, 2, 2, 4, 5], validation: [2, 1, 1, 1, 1, 1])
    #expect(says(.between, run, 3) == "Training loss falls from 3 to 2.")
    #expect(says(.between, run, 4) == "Training loss stays at 2.")
    #expect(says(.between, run, 5) == "Training loss rises from 2 to 4.")
    // Of these epochs another rule tells it.
    #expect(says(.biggestFall, run, 2) != nil && says(.between, run, 2) == nil)
    #expect(says(.risesWithRate, run, 6) != nil && says(.between, run, 6) == nil)
  }

  @Test func `what is the same in every epoch is no extreme`() {
    let run = run(rates: [1, 1], losses: [3, 2], validation: [2, 2], accuracies: [0.5, 0.5])
    #expect(says(.lowestValLoss, run, 1) == nil && says(.highestValAccuracy, run, 1) == nil)
  }

  @Test func `what differs is never told as the same`() {
    let run = run(rates: [0.1, 0.1000001], losses: [2.00001, 2], validation: [2, 1])
    #expect(says(.between, run, 2) == "Training loss falls from 2.00001 to 2.")
    let rises = self.run(rates: [0.1, 0.1000001, 0.2], losses: [2, 2.00001, 2], validation: [2, 1, 1])
    #expect(
      says(.risesWithRate, rises, 2)
        == "The rate rises to 0.1000001, and training loss with it, from 2 to 2.00001.")
    #expect(says(.rateMoves, rises, 2) == "The rate rises to 0.1000001.")
  }

  @Test func `where the rate changes within epochs, it is that of the start`() {
    let run = run(
      rates: [0.2, 0.1, 0.3, 0.25], losses: [1, 2, 3, 1], validation: [4, 3, 2, 1], of: Samples.moons)
    #expect(says(.lowestRate, run, 2) == "No epoch starts at a lower rate than this one, 0.1.")
    #expect(says(.highestRate, run, 3) == "No epoch starts at a higher rate than this one, 0.3.")
    #expect(says(.rateMoves, run, 4) == "The epoch starts at a lower rate than the one before, 0.25.")
    #expect(
      says(.risesWithRate, run, 3)
        == "The epoch starts at a higher rate than the one before, 0.3, and training loss rises, from 2 to 3."
    )
  }

  @Test(arguments: Samples.all.map(\.name))
  func `the run bears out the condition of every sentence`(name: String) throws {
    var checked = Samples.named(name)
    // A rate that four digits do not tell.
    checked.trace.epochs[0].rate.lr = 0.012345678e-3
    let run = ObservedRun(checked.trace)
    for rule in ObservationRule.all {
      for epoch in 1...run.count {
        guard let condition = rule.observe(run, epoch)?.condition else { continue }
        let claim = try #require(Inline.Claim(condition), "\(condition)")
        #expect(checked.bearsOut(claim) == true, "\(condition)")
      }
    }
  }

  @Test func `every rule has a name of its own`() {
    let names = ObservationRule.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Samples.all.map(\.name))
  func `the picked epochs are the first, the last and those that stand out`(name: String) {
    let picks = Observations(Samples.named(name).trace).picks
    #expect(
      picks.first == 1 && picks.last == Samples.named(name).trace.epochs.count && picks == picks.sorted()
        && picks.count <= 7)
    for pick in picks { #expect(!Observations(Samples.named(name).trace).sentence(for: pick).isEmpty) }
  }
}
