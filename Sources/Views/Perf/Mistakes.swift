import Engine
import Lessons

/// Which rows the model gets wrong: classes taken for others, or how far values are off.
struct Mistakes {
  private let trace: Trace
  private var outcome: Outcome { trace.outcome }
  private var names: Names { Names(trace.load) }
  /// With more classes than this, a confusion matrix is no longer read.
  private static let mostClasses = 12

  init(_ trace: Trace) { self.trace = trace }

  var blocks: [Block] {
    guard outcome.classes == 0 else { return picture + [.table(classes)] }
    return picture + (residuals.map { [.histogram($0)] } ?? [])
  }

  /// The one figure that tells most: the confusion matrix, or the answers over the truth.
  var picture: [Block] {
    if outcome.classes == 0 {
      guard outcome.predictions.contains(where: \.isFinite) else {
        return [.paragraph([.text("No answer is a finite number.")])]
      }
      return outcome.targets.count == outcome.predictions.count ? [.scatter(answers)] : []
    }
    return outcome.classes <= Self.mostClasses ? [.tensor(confusion)] : []
  }
}

// Values.
extension Mistakes {
  private var misses: [Double] { zip(outcome.predictions, outcome.targets).map { $0 - $1 } }

  /// The answers over the truth.
  private var answers: Scatter {
    Scatter(
      caption: Caption(
        "Answer over truth\(unit)", reading: "On the dashed line, answer and truth are equal; \(furthest).",
        hue: .evaluate),
      axes: ["truth", "answer"], classes: ["validation rows"],
      points: zip(outcome.targets, outcome.predictions).filter { $1.isFinite }
        .map { .init(x: $0, y: $1, group: 0) }, isSquare: true)
  }

  private var furthest: String {
    let misses = self.misses
    let lost = misses.count { !$0.isFinite }
    if lost > 0 {
      return
        "\(lost) of \(Numbers.count(misses.count, "answer")) \(lost == 1 ? "is" : "are") no finite number"
    }
    let off = misses.map(\.magnitude).max() ?? 0
    return off == 0 ? "every answer is on it" : "the answer furthest off misses by \(Numbers.number(off))"
  }

  private var unit: String { TargetUnit(trace).name(power: 1).map { ", in \($0)" } ?? "" }

  /// How the misses are distributed; nil where they are all alike, or not all numbers.
  private var residuals: Histogram? {
    let misses = self.misses
    guard let low = misses.min(), let high = misses.max(), low < high,
      misses.allSatisfy(\.isFinite)
    else { return nil }
    let bins = 24
    var counts = Array(repeating: 0, count: bins)
    for miss in misses { counts[min(Int((miss - low) / (high - low) * Double(bins)), bins - 1)] += 1 }
    let (over, under) = (misses.count { $0 > 0 }, misses.count { $0 < 0 })
    return Histogram(
      caption: Caption(
        "Answer minus truth\(unit)",
        reading:
          "Of \(misses.count) answers, \(over) \(over == 1 ? "is" : "are") too high and \(under) too low.",
        hue: .evaluate),
      lower: .init(low, text: Numbers.number(low)), upper: .init(high, text: Numbers.number(high)),
      counts: counts)
  }
}

// Classes.
extension Mistakes {
  /// How often each class (row) was answered by each class (column).
  private var counts: [[Int]] {
    let labels = outcome.labels
    var counts = [[Int]](repeating: [Int](repeating: 0, count: labels), count: labels)
    for (truth, answer) in zip(outcome.targets, outcome.predictions) { counts[Int(truth)][Int(answer)] += 1 }
    return counts
  }

  private var confusion: Tensor {
    let counts = self.counts
    let classes = counts.indices
    return Tensor(
      caption: Caption(
        "Confusion matrix: truth ↓, answer →",
        reading: "A row for each class, a column for each answer. \(reading(counts))",
        hue: .evaluate),
      columns: classes.map { [.text(names.class(Double($0)))] },
      rows: classes.map { truth in
        .init(
          title: names.class(Double(truth)),
          cells: counts[truth].map { .init(Double($0), text: "\($0)") })
      }, scale: scale(counts))
  }

  /// Every class taken for another, and how often.
  private func mistakes(_ counts: [[Int]]) -> [(truth: Int, said: Int, count: Int)] {
    counts.indices.flatMap { truth in
      counts.indices.filter { $0 != truth }.map { (truth: truth, said: $0, count: counts[truth][$0]) }
    }
  }

  /// Few mistakes would have no tint beside many right answers: the most common has two fifths at least.
  private func scale(_ counts: [[Int]]) -> Double {
    let (most, worst) = (counts.joined().max() ?? 1, mistakes(counts).map(\.count).max() ?? 0)
    return worst == 0 ? Double(most) : min(Double(most), 2.5 * Double(worst))
  }

  private func reading(_ counts: [[Int]]) -> String {
    let mistakes = mistakes(counts)
    let most = mistakes.map(\.count).max() ?? 0
    guard most > 0 else { return "Every row is on the diagonal: all are right." }
    let worst = mistakes.filter { $0.count == most }
    guard worst.count == 1 else {
      return
        "The diagonal counts what is right; no mistake is made more often than \(Numbers.times(most))."
    }
    let (truth, said) = (names.class(Double(worst[0].truth)), names.class(Double(worst[0].said)))
    let taken = "takes class \(truth) for class \(said)"
    return mistakes.reduce(0) { $0 + $1.count } == 1
      ? "The diagonal counts what is right; the one mistake \(taken)."
      : "The diagonal counts what is right; the most common mistake \(taken), \(Numbers.times(most))."
  }

  /// Precision, recall, F1 and support of each class, and their means.
  private var classes: Table {
    let report = Component.classificationReport.flatMap { try? outcome.measure($0).values } ?? []
    let rows = stride(from: 0, to: report.count, by: 4).map { Array(report[$0..<$0 + 4]) }
    let means = (0..<3).map { column in rows.reduce(0) { $0 + $1[column] } / Double(max(rows.count, 1)) }
    func cells(_ title: String, _ values: [Double]) -> [[Inline]] {
      [[.text(title)]] + values.prefix(3).map { [.text(Numbers.percent($0, decimals: 1))] }
        + [[.text(values.count > 3 ? "\(Int(values[3]))" : "")]]
    }
    // As in scikit-learn, which says so in a warning.
    let isCounted = (0..<rows.count).allSatisfy {
      outcome.targets.contains(Double($0)) && outcome.predictions.contains(Double($0))
    }
    return Table(
      caption: "Class by class\(isCounted ? "" : "; where there is nothing to count, a share is 0")",
      columns: [.init([.text("Class")])]
        + ["Precision", "Recall", "F1", "Rows"].map { .init([.text($0)], isNumeric: true) },
      rows: rows.enumerated().map { .init(cells(names.class(Double($0)), $1)) }
        + [.init(cells("mean", means), isMarked: true)], hue: .evaluate)
  }
}

extension Component {
  /// scikit-learn's report of each class; nil where the catalog has none.
  fileprivate static var classificationReport: Component? {
    Catalog.metrics.firstIndex { $0.info.name.description == "classification_report" }
      .map { Component(.metric, row: $0, arguments: []) }
  }
}
