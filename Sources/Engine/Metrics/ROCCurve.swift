/// The hit rate over the false-alarm rate for every threshold on a class's probability: `[points, 3]`.
///
/// From (0, 0), where nothing is taken for the class and the threshold is infinite, to (1, 1).
/// Points inside a straight stretch are left out. Throws unless rows of the class and others occur.
struct ROCCurve: MetricKind {
  static let info = Info(
    "roc_curve", [positiveLabel], summary: "The hit rate over the false-alarm rate for every threshold.",
    source: "scikit-learn, roc_curve; Green and Swets, Signal detection theory, 1966")
  static let task = Task.classification
  static let columns: [StaticString] = ["false positive rate", "true positive rate", "threshold"]

  let label: Int?

  init(_ arguments: inout Arguments) { label = arguments.next() }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    let ranking = outcome.ranking(of: try Self.positive(label, outcome))
    guard ranking.positives > 0 && ranking.negatives > 0 else {
      throw EngineError(.conflict("this metric needs rows of the class and of others in the validation part"))
    }
    var values = [0, 0, Double.infinity]
    let last = ranking.thresholds.count - 1
    for i in 0...last where i == 0 || i == last || ranking.bends(at: i) {
      values.append(ranking.alarms[i] / ranking.negatives)
      values.append(ranking.hits[i] / ranking.positives)
      values.append(ranking.thresholds[i])
    }
    return Measurement(values, shape: Shape(values.count / 3, 3))
  }
}

extension Ranking {
  /// Whether the steps to and from an inner point differ.
  fileprivate func bends(at i: Int) -> Bool {
    hits[i + 1] - hits[i] != hits[i] - hits[i - 1] || alarms[i + 1] - alarms[i] != alarms[i] - alarms[i - 1]
  }
}
