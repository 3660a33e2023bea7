/// Precision and recall for every threshold on a class's probability, from the lowest up: `[points, 3]`.
///
/// It ends at precision 1 and recall 0, where nothing is taken for the class and the threshold is infinite.
/// Without rows of the class recall is 1 at every other threshold.
struct PrecisionRecallCurve: MetricKind {
  static let info = Info(
    "precision_recall_curve", [positiveLabel], summary: "Precision and recall for every threshold.",
    source: "scikit-learn, precision_recall_curve; Raghavan et al., 1989")
  static let task = Task.classification
  static let columns: [StaticString] = ["precision", "recall", "threshold"]

  let label: Int?

  init(_ arguments: inout Arguments) { label = arguments.next() }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    let ranking = outcome.ranking(of: try Self.positive(label, outcome))
    var values: [Double] = []
    for i in ranking.thresholds.indices.reversed() {
      values.append(ranking.hits[i] / (ranking.hits[i] + ranking.alarms[i]))
      values.append(ranking.positives == 0 ? 1 : ranking.hits[i] / ranking.positives)
      values.append(ranking.thresholds[i])
    }
    values += [1, 0, .infinity]
    return Measurement(values, shape: Shape(values.count / 3, 3))
  }
}
