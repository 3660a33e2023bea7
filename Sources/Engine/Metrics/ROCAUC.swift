/// The chance that a row of a class gets a higher probability of it than a row of another; ties count half.
///
/// With more than two classes the mean over classes, each against the rest, or over pairs of classes.
/// Throws unless every class occurs. 0.5 is chance.
struct ROCAUC: MetricKind {
  static let info = Info(
    "roc_auc",
    [
      .choice("multi_class", ["ovr", "ovo"], default: 0, "each class against the rest, or each pair"),
      .choice("average", ["macro", "weighted"], default: 0, "whether frequent classes count for more"),
    ],
    summary: "The chance that a row of a class is ranked before a row of another.",
    source: "scikit-learn, roc_auc_score; Hanley and McNeil, 1982; pairs: Hand and Till, 2001")
  static let task = Task.classification

  let pairwise: Bool
  let weighted: Bool

  init(_ arguments: inout Arguments) {
    pairwise = arguments.next() == 1
    weighted = arguments.next() == 1
  }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    try Self.requireEveryClass(outcome)
    if outcome.classes == 2 { return Measurement(outcome.ranking(of: 1).areaUnderROC) }
    var (sum, weights) = (0.0, 0.0)
    let support = outcome.support
    for a in 0..<outcome.classes {
      if !pairwise {
        let weight = weighted ? support[a] : 1
        sum += weight * outcome.ranking(of: a).areaUnderROC
        weights += weight
        continue
      }
      for b in a + 1..<outcome.classes {
        let weight = weighted ? support[a] + support[b] : 1
        sum += weight * (outcome.area(of: a, against: b) + outcome.area(of: b, against: a)) / 2
        weights += weight
      }
    }
    return Measurement(sum / weights)
  }
}

extension Outcome {
  /// The area under the ROC curve of `label` among rows of it and of `other`.
  fileprivate func area(of label: Int, against other: Int) -> Double {
    let rows = (0..<rows).filter { targets[$0] == Double(label) || targets[$0] == Double(other) }
    return Ranking(
      rows, score: { probability($0, of: label) }, isPositive: { targets[$0] == Double(label) }
    ).areaUnderROC
  }
}
