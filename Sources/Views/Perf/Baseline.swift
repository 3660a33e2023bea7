import Engine
import Lessons

/// What a model gets that has learned nothing: it answers every row alike.
///
/// In classification with the most common class of the training part, as sure as that class is common there;
/// in regression with the mean of the validation targets, the best that one answer can do.
struct Baseline {
  private let outcome: Outcome
  /// What it answers, in a sentence.
  let sentence: String

  init(_ trace: Trace) {
    let real = trace.outcome
    let counts = trace.preprocess.trainClassCounts.map { Double($0) }
    if real.classes > 0, let most = counts.indices.max(by: { counts[$0] < counts[$1] }) {
      let shares = counts.map { $0 / max(counts.reduce(0, +), 1) }
      outcome = Outcome(
        rows: real.rows, classes: real.classes, targets: real.targets,
        predictions: Array(repeating: Double(most), count: real.rows),
        probabilities: Array(repeating: shares, count: real.rows).flatMap { $0 }, loss: .nan)
      let name = Names(trace.load).class(Double(most))
      let isShared = counts.count { $0 == counts[most] } > 1
      sentence = """
        the answer is always class \(name), \(isShared ? "one of the most" : "the most") common in the training rows\
        \(Self.asksProbabilities(trace) ? ", and each class is as probable as it is common there" : "").
        """
    } else {
      let width = max(real.targets.count / max(real.rows, 1), 1)
      let means = (0..<width).map { column in
        stride(from: column, to: real.targets.count, by: width).reduce(0) { $0 + real.targets[$1] }
          / Double(max(real.rows, 1))
      }
      outcome = Outcome(
        rows: real.rows, classes: 0, targets: real.targets,
        predictions: Array(repeating: means, count: real.rows).flatMap { $0 }, probabilities: [], loss: .nan)
      sentence = "every row gets the same answer, the mean of these rows' targets."
    }
  }

  /// Whether some metric of the lesson needs more of a model than its answers.
  private static func asksProbabilities(_ trace: Trace) -> Bool {
    var answers = trace.outcome
    answers.probabilities = []
    return trace.pipeline.evaluate.metrics.contains { (try? answers.measure($0)) == nil }
  }

  /// What `metric` finds; a dash where it finds nothing.
  func text(of metric: Component) -> String {
    guard let found = try? outcome.measure(metric), found.values.allSatisfy(\.isFinite) else { return "–" }
    return Score.text(found, of: metric)
  }
}
