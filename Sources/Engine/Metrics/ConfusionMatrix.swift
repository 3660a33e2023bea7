/// How often each class was taken for each: a row per true class, a column per predicted one.
struct ConfusionMatrix: MetricKind {
  static let info = Info(
    "confusion_matrix",
    [
      .optionalChoice(
        "normalize", ["true", "pred", "all"], "shares of the row, the column or all, instead of counts")
    ],
    summary: "How often each class was taken for each: rows are true classes, columns predicted ones.",
    source: "scikit-learn, confusion_matrix")
  static let task = Task.classification

  /// The row of `normalize`.
  let share: Int?

  init(_ arguments: inout Arguments) { share = arguments.next() }

  func measure(_ outcome: Outcome) -> Measurement {
    let size = outcome.labels
    let counts = outcome.classCounts
    var matrix = Array(repeating: 0.0, count: size * size)
    for (prediction, target) in zip(outcome.predictions, outcome.targets) {
      matrix[Int(target) * size + Int(prediction)] += 1
    }
    if let share {
      for i in matrix.indices {
        let whole =
          switch share {
          case 0: counts[i / size].actual
          case 1: counts[i % size].predicted
          default: Double(outcome.rows)
          }
        matrix[i] = Outcome.ratio(matrix[i], whole)
      }
    }
    return Measurement(matrix, shape: Shape(size, size))
  }
}
