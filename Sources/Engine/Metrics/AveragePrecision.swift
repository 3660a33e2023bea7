/// The mean of the precisions at every threshold on a class's probability,
/// weighted by the recall gained there.
///
/// With more than two classes the mean over classes. Throws unless every class occurs.
struct AveragePrecision: MetricKind {
  static let info = Info(
    "average_precision",
    [.choice("average", ["macro", "weighted"], default: 0, "whether frequent classes count for more")],
    summary: "The mean of the precisions, weighted by the recall gained at each.",
    formula: #"\sum_k (R_k - R_{k-1}) P_k"#, source: "scikit-learn, average_precision_score; Zhu, 2004")
  static let task = Task.classification

  let weighted: Bool

  init(_ arguments: inout Arguments) { weighted = arguments.next() == 1 }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    try Self.requireEveryClass(outcome)
    if outcome.classes == 2 { return Measurement(outcome.ranking(of: 1).averagePrecision) }
    var (sum, weights) = (0.0, 0.0)
    for (label, count) in outcome.support.enumerated() {
      let weight = weighted ? count : 1
      sum += weight * outcome.ranking(of: label).averagePrecision
      weights += weight
    }
    return Measurement(sum / weights)
  }
}
