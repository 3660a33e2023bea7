/// How often a class was predicted right, was predicted, and was true.
struct ClassCounts {
  var right = 0.0
  var predicted = 0.0
  var actual = 0.0

  /// How many of those predicted to be of the class are; 0 where none is predicted.
  var precision: Double { Outcome.ratio(right, predicted) }
  /// How many of those of the class are predicted to be; 0 where there is none.
  var recall: Double { Outcome.ratio(right, actual) }
  /// The harmonic mean of precision and recall; 0 where both are.
  var f1: Double { Outcome.ratio(2 * right, predicted + actual) }
}

extension Outcome {
  /// How many classes there are, those that were only predicted included.
  public var labels: Int { max(classes, Int(predictions.max() ?? 0) + 1) }

  /// The counts of every class.
  var classCounts: [ClassCounts] {
    var counts = Array(repeating: ClassCounts(), count: labels)
    for (prediction, target) in zip(predictions, targets) {
      counts[Int(prediction)].predicted += 1
      counts[Int(target)].actual += 1
      if prediction == target { counts[Int(target)].right += 1 }
    }
    return counts
  }
}

/// How the scores of the classes become one.
///
/// Left out: `binary` where there are two classes, `macro` where there are more.
enum Average: Int {
  /// The score of the class `pos_label` alone.
  case binary
  /// The mean over the classes that occur or are predicted.
  case macro
  /// The score of the counts summed over the classes.
  case micro
  /// The mean weighted by how often each class occurs.
  case weighted
}

/// A score of one class that is averaged over the classes.
protocol AveragedMetric: MetricKind {
  var average: Average? { get }
  var positive: Int { get }
  /// The score of a class with `counts`.
  func score(_ counts: ClassCounts) -> Double
}

extension AveragedMetric {
  static var task: Task { .classification }

  static var averaging: [Parameter] {
    [
      .optionalChoice(
        "average", ["binary", "macro", "micro", "weighted"],
        "how the classes' scores become one; binary with two classes, macro with more"),
      .integer("pos_label", in: 0...Parameter.countLimit, default: 1, "the class that binary scores"),
    ]
  }

  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement {
    let counts = outcome.classCounts
    let present = counts.filter { $0.predicted + $0.actual > 0 }
    switch average ?? (outcome.classes == 2 ? .binary : .macro) {
    case .binary:
      if outcome.classes > 2 { throw Self.invalid(parameter: 0, "binary needs data of two classes") }
      if positive >= counts.count { throw Self.invalid(parameter: 1, "there is no such class") }
      return Measurement(score(counts[positive]))
    case .macro:
      return Measurement(present.reduce(0) { $0 + score($1) } / Double(present.count))
    case .micro:
      let sum = counts.reduce(into: ClassCounts()) {
        $0.right += $1.right
        $0.predicted += $1.predicted
        $0.actual += $1.actual
      }
      return Measurement(score(sum))
    case .weighted:
      return Measurement(present.reduce(0) { $0 + score($1) * $1.actual } / Double(outcome.rows))
    }
  }
}
