/// The share of rows whose true class is among the k most probable; of equal ones the later class goes first.
struct TopKAccuracy: MetricKind {
  static let info = Info(
    "top_k_accuracy", [.integer("k", default: 2, "how many guesses a row has")],
    summary: "The share of rows whose true class is among the k most probable.",
    source: "scikit-learn, top_k_accuracy_score")
  static let task = Task.classification

  let k: Int

  init(_ arguments: inout Arguments) { k = arguments.next() }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    try Self.requireProbabilities(outcome)
    let right = (0..<outcome.rows).filter { row in
      let target = Int(outcome.targets[row])
      let p = outcome.probability(row, of: target)
      let ahead = (0..<outcome.width).filter { label in
        let other = outcome.probability(row, of: label)
        return other > p || other == p && label > target
      }
      return ahead.count < k
    }
    return Measurement(Double(right.count) / Double(outcome.rows))
  }
}
