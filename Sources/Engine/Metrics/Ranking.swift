/// How well scores put the rows of one class before the others,
/// for every distinct score from the highest down.
struct Ranking {
  /// The scores, each once, falling.
  private(set) var thresholds: [Double] = []
  /// Rows of the class that score at least the threshold.
  private(set) var hits: [Double] = []
  /// Rows of other classes that score at least the threshold.
  private(set) var alarms: [Double] = []

  /// Ranks `rows` by `score`.
  init(_ rows: [Int], score: (Int) -> Double, isPositive: (Int) -> Bool) {
    var (hit, alarm) = (0.0, 0.0)
    for row in rows.sorted(by: { score($0) > score($1) }) {
      if isPositive(row) { hit += 1 } else { alarm += 1 }
      if thresholds.last == score(row) {
        hits[hits.count - 1] = hit
        alarms[alarms.count - 1] = alarm
      } else {
        thresholds.append(score(row))
        hits.append(hit)
        alarms.append(alarm)
      }
    }
  }

  /// Rows of the class.
  var positives: Double { hits.last ?? 0 }
  /// Rows of other classes.
  var negatives: Double { alarms.last ?? 0 }

  /// The area under the curve of hit rate over false-alarm rate, by trapezoids;
  /// NaN without both kinds of rows.
  var areaUnderROC: Double {
    var area = 0.0
    var (x, y) = (0.0, 0.0)
    for (alarm, hit) in zip(alarms, hits) {
      area += (alarm - x) * (hit + y) / 2
      (x, y) = (alarm, hit)
    }
    return area / (positives * negatives)
  }

  /// The sum of the precisions, each weighted by the recall gained there; 0 without rows of the class.
  var averagePrecision: Double {
    var (sum, before) = (0.0, 0.0)
    for (hit, alarm) in zip(hits, alarms) {
      sum += (hit - before) * hit / (hit + alarm)
      before = hit
    }
    return Outcome.ratio(sum, positives)
  }
}

extension Outcome {
  /// Probabilities per row.
  var width: Int { probabilities.count / rows }

  /// The probability of `label` in row number `row`.
  func probability(_ row: Int, of label: Int) -> Double { probabilities[row * width + label] }

  /// The rows ranked by the probability of `label`.
  func ranking(of label: Int) -> Ranking {
    Ranking(
      Array(0..<rows), score: { probability($0, of: label) }, isPositive: { targets[$0] == Double(label) })
  }

  /// How many rows there are of each class.
  var support: [Double] { classCounts.prefix(classes).map { $0.actual } }
}

extension MetricKind {
  /// Which class a curve of one class is about.
  static var positiveLabel: Parameter {
    .optionalInteger(
      "pos_label", in: 0...Parameter.countLimit, "the class that the curve is about; 1 where there are two")
  }

  /// The class that a curve is about: `stated`, or 1 where there are two.
  static func positive(_ stated: Int?, _ outcome: Outcome) throws(EngineError) -> Int {
    try requireProbabilities(outcome)
    guard let label = stated ?? (outcome.classes == 2 ? 1 : nil) else {
      throw invalid(parameter: 0, "must be given where there are more than two classes")
    }
    if label >= outcome.classes { throw invalid(parameter: 0, "there is no such class") }
    return label
  }

  /// Throws unless the model says how sure it is.
  static func requireProbabilities(_ outcome: Outcome) throws(EngineError) {
    if outcome.probabilities.isEmpty {
      throw EngineError(.conflict("this metric needs probabilities, and the loss makes none of the outputs"))
    }
  }

  /// Throws unless every class occurs and the model says how sure it is.
  static func requireEveryClass(_ outcome: Outcome) throws(EngineError) {
    try requireProbabilities(outcome)
    if outcome.support.contains(0) {
      throw EngineError(.conflict("this metric needs rows of every class in the validation part"))
    }
  }
}
