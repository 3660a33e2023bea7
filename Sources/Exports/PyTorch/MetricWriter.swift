import Engine

/// Stage 5 in Python: what the metrics find on the validation part, printed.
struct MetricWriter {
  /// What a metric is in Python.
  private struct Spelling {
    /// The functions of scikit-learn that it calls.
    var functions: [String]
    /// The line that comes before it.
    var setup: String?
    /// The expression that finds it.
    var value: String
    /// Whether `np` stands in it.
    var usesNumPy = false
  }

  let trace: Trace
  private(set) var imports: Imports
  private let training: TrainingWriter
  private var width: Int { trace.outcome.probabilities.count / max(trace.outcome.rows, 1) }
  private var isBinary: Bool { trace.outcome.classes == 2 }

  init(_ trace: Trace, _ imports: Imports) {
    self.trace = trace
    self.imports = imports
    training = TrainingWriter(trace: trace)
  }

  /// The lines, or the metric that there is no way to find.
  mutating func lines() -> Result<[String], Unknown> {
    var found: [String] = []
    for (place, metric) in trace.pipeline.evaluate.metrics.enumerated() {
      guard let spelling = spelling(metric) else { return .failure(Unknown(metric: metric)) }
      spelling.functions.forEach { imports.add($0, from: Self.module($0)) }
      if spelling.usesNumPy { imports.add("numpy as np") }
      if let setup = spelling.setup { found.append(setup) }
      let name = TraceJSON.names(trace.evaluation)[place]
      guard trace.evaluation[place].shape.rank == 0 else {
        found.append("print(\"\(name)\", \(spelling.value), sep=\"\\n\")")
        continue
      }
      // An f-string has no quotation marks of its own kind in it before Python 3.12.
      found.append("print(f\"\(name) {\(spelling.value.replacing("\"", with: "'")):.4f}\")")
    }
    let all = found.joined(separator: "\n")
    if found.isEmpty { return .success([]) }
    return .success(outputs(all) + found)
  }

  /// A metric of the catalog that has no line in ``spelling(_:)``.
  struct Unknown: Error { var metric: Component }

  private static func module(_ function: String) -> String {
    function == "calibration_curve" ? "sklearn.calibration" : "sklearn.metrics"
  }

  /// What the metrics are found from, where they name it.
  private func outputs(_ metrics: String) -> [String] {
    guard ["outputs", "predicted", "probability"].contains(where: metrics.contains) else { return [] }
    var lines = [
      "with torch.no_grad():",
      "    outputs = torch.cat([\(training.measured)(xb) for xb, _ in val_loader]).double()",
    ]
    if metrics.contains("predicted") {
      let isSingle = trace.model.layers.last?.output.count == 1
      lines.append(
        "predicted = \(training.decision("outputs"))\(isSingle ? ".long().flatten()" : "").numpy()")
    }
    if metrics.contains("probability") { lines.append("probability = \(probability)") }
    return lines
  }

  /// The class probabilities that the outputs say, `[rows, classes]`.
  private var probability: String {
    switch trace.model.link {
    case .sigmoid: "torch.cat([1 - outputs.sigmoid(), outputs.sigmoid()], 1).numpy()"
    case .exponential: "outputs.exp().numpy()"
    case .probability: "torch.cat([1 - outputs, outputs], 1).numpy()"
    default: "outputs.softmax(1).numpy()"
    }
  }

  private func spelling(_ metric: Component) -> Spelling? {
    classification(metric) ?? curve(metric) ?? regression(metric)
  }

  private func classification(_ metric: Component) -> Spelling? {
    switch metric.name {
    case "accuracy": score("accuracy_score", metric)
    case "precision": score("precision_score", metric, averaging(metric))
    case "recall": score("recall_score", metric, averaging(metric))
    case "f1": score("f1_score", metric, averaging(metric))
    case "confusion_matrix": score("confusion_matrix", metric)
    case "classification_report": score("classification_report", metric, [.init("digits", "4")])
    case "log_loss": rank("log_loss", [.init("labels", "range(\(width))")], onlyPositive: false)
    case "top_k_accuracy":
      rank(
        "top_k_accuracy_score",
        [.init("k", "\(metric.arguments[0].python(for: metric.info.parameters[0]).flat)")]
          + (isBinary ? [] : [.init("labels", "range(\(width))")]))
    case "roc_auc":
      rank(
        "roc_auc_score", isBinary ? [] : metric.items(spelled: ["multi_class": metric.spelled("multi_class")])
      )
    case "average_precision": rank("average_precision_score", isBinary ? [] : metric.items())
    default: nil
    }
  }

  /// A score of what was predicted.
  private func score(_ function: String, _ metric: Component, _ own: [Python.Item]? = nil) -> Spelling {
    let items = [Python.Item(nil, "y_val"), .init(nil, "predicted")] + (own ?? metric.items())
    return Spelling(functions: [function], value: Python.call(function, items).flat)
  }

  /// A score of the probabilities: of class 1 alone where there are two.
  private func rank(_ function: String, _ items: [Python.Item], onlyPositive: Bool = true) -> Spelling {
    let probability: Python = onlyPositive && isBinary ? "probability[:, 1]" : "probability"
    return Spelling(
      functions: [function],
      value: Python.call(function, [.init(nil, "y_val"), .init(nil, probability)] + items).flat)
  }

  /// How classes' scores become one: binary with two classes, macro with more.
  private func averaging(_ metric: Component) -> [Python.Item] {
    let isLeftOut = metric.argument("average")?.isNone == true
    let isMacro = isLeftOut && !isBinary
    return metric.items(
      spelled: isMacro ? ["average": "\"macro\""] : [:], omitted: isMacro ? ["pos_label"] : [])
  }

  private func curve(_ metric: Component) -> Spelling? {
    let label = if case .integer(let label)? = metric.argument("pos_label") { label } else { 1 }
    let isPlain = isBinary && label == 1
    let rows = "\(isPlain ? "y_val" : "y_val == \(label)"), probability[:, \(label)]"
    switch metric.name {
    case "roc_curve":
      return Spelling(functions: ["roc_curve"], value: "np.column_stack(roc_curve(\(rows)))", usesNumPy: true)
    case "precision_recall_curve":
      return Spelling(
        functions: ["precision_recall_curve"],
        setup: "precision, recall, threshold = precision_recall_curve(\(rows))",
        value: "np.column_stack([precision, recall, [*threshold, np.inf]])", usesNumPy: true)
    case "calibration_curve":
      let own = metric.items(omitted: ["pos_label"]).map {
        ", \($0.keyword ?? "")=\($0.value.flat)"
      }
      return Spelling(
        functions: ["calibration_curve"],
        value: "np.column_stack(calibration_curve(\(rows)\(own.joined())))", usesNumPy: true)
    default: return nil
    }
  }

  private func regression(_ metric: Component) -> Spelling? {
    switch metric.name {
    case "loss": return Spelling(functions: [], value: "val_loss")
    case "mse": return score("mean_squared_error", metric, ofValues: true)
    case "mae": return score("mean_absolute_error", metric, ofValues: true)
    case "r2": return score("r2_score", metric, ofValues: true)
    default: return nil
    }
  }

  private func score(_ function: String, _ metric: Component, ofValues: Bool) -> Spelling {
    Spelling(functions: [function], value: "\(function)(y_val, outputs.numpy())")
  }
}

extension Component {
  /// The argument `name` as Python has it, to be written even where it is the default.
  fileprivate func spelled(_ name: String) -> Python {
    zip(info.parameters, arguments).first { $0.0.name.description == name }.map { $1.python(for: $0) }
      ?? .none
  }
}
