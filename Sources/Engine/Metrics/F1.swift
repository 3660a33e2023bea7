/// The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN); 0 where there is none.
struct F1: AveragedMetric {
  static let info = Info(
    "f1", averaging,
    summary:
      "The harmonic mean of precision and recall, averaged over the classes where there are more than two.",
    formula: #"\frac{2 TP}{2 TP + FP + FN}"#,
    source: "scikit-learn, f1_score; van Rijsbergen, Information retrieval, 1979")

  let average: Average?
  let positive: Int

  init(_ arguments: inout Arguments) {
    let row: Int? = arguments.next()
    average = row.flatMap { Average(rawValue: $0) }
    positive = arguments.next()
  }

  func score(_ counts: ClassCounts) -> Double { counts.f1 }
}
