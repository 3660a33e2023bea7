import Engine

/// What there is to say of an epoch, computed: every sentence is written by a rule that
/// states only what the run did.
struct Observations {
  private let trace: Trace
  /// At most so many rules speak of one epoch, and so many epochs are picked.
  private static let mostSentences = 2
  private static let mostPicks = 7

  init(_ trace: Trace) { self.trace = trace }

  /// The epochs worth a row: the first, the last, the schedule's extremes, the best, the biggest change.
  var picks: [Int] {
    let facts = ObservedRun(trace)
    guard facts.count > 0 else { return [] }
    var picks = [1, facts.count, facts.lowestValLoss]
    if !facts.isRateConstant { picks += [facts.lowestRate, facts.highestRate] }
    picks += [facts.highestValAccuracy, facts.biggestFall].compactMap { $0 }
    var kept: [Int] = []
    for pick in picks where !kept.contains(pick) && kept.count < Self.mostPicks { kept.append(pick) }
    return kept.sorted()
  }

  /// What the first rules that hold say of epoch `number`, each with the condition that it stands on.
  func sentence(for number: Int) -> [Inline] {
    let facts = ObservedRun(trace)
    guard number >= 1, number <= facts.count else { return [] }
    let found = ObservationRule.all.compactMap { $0.observe(facts, number) }.prefix(Self.mostSentences)
    return Array(
      found.map { [.text($0.sentence + " "), .claim(expression: $0.condition)] }.joined(separator: [
        .text(" ")
      ]))
  }
}

/// What the rules ask of a run; epochs count from 1.
struct ObservedRun {
  let trace: Trace
  let count: Int
  /// Those that the epochs train with; where the rate changes within an epoch, those that they start with.
  let rates: [Double]
  /// The same, but for how multiplying rounds.
  let toldRates: [Double]
  /// Whether the rate may change within an epoch.
  let schedulesSteps: Bool
  let isRateConstant: Bool
  let lowestRate: Int
  let highestRate: Int
  let lowestValLoss: Int
  let highestValLoss: Int
  /// Nil in regression, and where all are equal.
  let highestValAccuracy: Int?
  /// The epoch whose training loss fell more than any other's from the one before; nil where there is none.
  let biggestFall: Int?

  init(_ trace: Trace) {
    self.trace = trace
    let epochs = trace.epochs
    func place(of values: [Double], where isBetter: (Double, Double) -> Bool) -> Int {
      values.indices.reduce(0) { isBetter(values[$1], values[$0]) ? $1 : $0 } + 1
    }
    count = epochs.count
    let curve = RateCurve(epochs.map(\.rate.lr))
    rates = epochs.map(\.rate.lr)
    toldRates = curve.rates
    schedulesSteps = trace.schedulesSteps
    isRateConstant = curve.isConstant
    lowestRate = curve.lowest
    highestRate = curve.highest
    lowestValLoss = place(of: epochs.map(\.valLoss), where: <)
    highestValLoss = place(of: epochs.map(\.valLoss), where: >)
    let accuracies = epochs.compactMap(\.valAccuracy)
    highestValAccuracy =
      accuracies.count == count && Set(accuracies).count > 1 ? place(of: accuracies, where: >) : nil
    let falls = zip(epochs, epochs.dropFirst()).map { $0.loss - $1.loss }
    let most = falls.max() ?? 0
    let isAlone = falls.count > 1 && falls.count { $0 == most } == 1
    biggestFall = most > 0 && isAlone ? place(of: falls, where: >) + 1 : nil
  }

  subscript(epoch: Int) -> Epoch { trace.epochs[epoch - 1] }
}
