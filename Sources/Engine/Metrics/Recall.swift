/// How many of those of a class are predicted to be: TP / (TP + FN); 0 where there is none.
struct Recall: AveragedMetric {
  static let info = Info(
    "recall", averaging, summary: "How many of those of a class are predicted to be.",
    formula: #"\frac{TP}{TP + FN}"#,
    source: "scikit-learn, recall_score")

  let average: Average?
  let positive: Int

  init(_ arguments: inout Arguments) {
    let row: Int? = arguments.next()
    average = row.flatMap { Average(rawValue: $0) }
    positive = arguments.next()
  }

  func score(_ counts: ClassCounts) -> Double { counts.recall }
}
