import Engine
import Lessons

/// Stages 1 and 2 in Python: `x` and `y`, then `x_train`, `x_val`, `y_train`, `y_val`.
struct DataWriter {
  let trace: Trace
  private(set) var imports = Imports()
  private(set) var lines: [String] = []
  /// Whether the split is behind.
  private var isSplit = false
  /// Whether the target is classes.
  private var classifies: Bool

  init(_ trace: Trace, _ imports: Imports) {
    self.trace = trace
    self.imports = imports
    classifies = trace.load.classes > 0
  }

  private var seed: Python { "\(trace.pipeline.seed)" }

  /// The data as loaded, by a function of scikit-learn's or from a file; false where there is no way to.
  mutating func load() -> Bool {
    lines = []
    let dataset = trace.pipeline.load.dataset
    if dataset.name.hasPrefix("make_") || dataset.name.hasPrefix("load_") {
      imports.add(dataset.name, from: "sklearn.datasets")
      let items = dataset.items(spelled: randomState(dataset), allByKeyword: true)
      let isDrawn = dataset.name.hasPrefix("make_")
      let call = Python.call(dataset.name, items + (isDrawn ? [] : [.init("return_X_y", "True")]))
      lines.append(call.line("x, y = "))
    } else {
      guard let file = DataFileReader.all[dataset.name] else { return false }
      let reader = file(trace)
      reader.modules.forEach { imports.add($0) }
      lines.append(reader.code)
    }
    if let take = trace.pipeline.load.take { lines.append("x, y = x[:\(take)], y[:\(take)]") }
    return true
  }

  /// What is done to the samples, in order.
  mutating func preprocess() {
    lines = []
    for component in trace.pipeline.preprocess { apply(component) }
  }

  /// The lesson's seed where the component has none of its own.
  private func randomState(_ component: Component) -> [String: Python] {
    component.argument("random_state")?.isNone == true ? ["random_state": seed] : [:]
  }

  private mutating func apply(_ component: Component) {
    switch component.name {
    case "train_test_split": split(component)
    case "Rescaling": rescale(component)
    case "LabelEncoder": encodeLabels()
    default: transform(component)
    }
  }

  private mutating func split(_ component: Component) {
    imports.add("train_test_split", from: "sklearn.model_selection")
    var spelled = randomState(component)
    for name in ["test_size", "train_size"] {
      if let size = component.argument(name), !size.isNone { spelled[name] = size.count }
    }
    var omitted: [String] = []
    if component.isSet("stratify") { spelled["stratify"] = "y" } else { omitted.append("stratify") }
    if !component.isSet("shuffle") { omitted.append("random_state") }
    let items =
      [Python.Item(nil, "x"), .init(nil, "y")]
      + component.items(spelled: spelled, omitted: omitted, allByKeyword: true)
    lines.append(Python.call("train_test_split", items).line("x_train, x_val, y_train, y_val = "))
    isSplit = true
  }

  private mutating func rescale(_ component: Component) {
    guard case .real(let scale)? = component.argument("scale"),
      case .real(let offset)? = component.argument("offset")
    else { return }
    let change = " * \(scale)" + (offset == 0 ? "" : offset < 0 ? " - \(-offset)" : " + \(offset)")
    lines.append(isSplit ? "x_train, x_val = x_train\(change), x_val\(change)" : "x = x\(change)")
  }

  private mutating func encodeLabels() {
    guard !classifies else { return }
    classifies = true
    imports.add("LabelEncoder", from: "sklearn.preprocessing")
    lines.append("encoder = LabelEncoder()")
    lines.append(Self.fit("encoder", "y", isSplit))
  }

  /// A transform of scikit-learn's: fitted on the training part, applied to both.
  private mutating func transform(_ component: Component) {
    imports.add(
      component.name, from: component.name == "PCA" ? "sklearn.decomposition" : "sklearn.preprocessing")
    let variable =
      ["Scaler", "Encoder"].first { component.name.hasSuffix($0) }?.lowercased()
      ?? component.name.lowercased()
    lines.append(maker(component).line("\(variable) = "))
    lines.append(Self.fit(variable, "x", isSplit))
    guard component.isSet("target") else { return }
    // scikit-learn scales columns, and a target may be one number a row.
    lines.append(maker(component).line("target_scaler = "))
    let parts = isSplit ? ["y_train", "y_val"] : ["y"]
    let columns = trace.load.targetColumns == 1 ? ".reshape(-1, 1)" : ""
    if !columns.isEmpty {
      let names = parts.joined(separator: ", ")
      lines.append("\(names) = \(parts.map { $0 + columns }.joined(separator: ", "))")
    }
    lines.append(Self.fit("target_scaler", "y", isSplit))
  }

  private mutating func maker(_ component: Component) -> Python {
    let omitted = ["target", "columns"]
    if component.name == "PCA" {
      let count =
        component.argument("n_components").map { $0.isNone ? [:] : ["n_components": $0.count] } ?? [:]
      let items = component.items(spelled: count) + [.init("svd_solver", "\"full\"")]
      return .call("PCA", items)
    }
    guard component.name == "OneHotEncoder", let columns = component.argument("columns") else {
      return .call(component.name, component.items(omitted: omitted))
    }
    imports.add("make_column_transformer", from: "sklearn.compose")
    let encoder = Python.call(
      "OneHotEncoder", component.items(omitted: omitted) + [.init("sparse_output", "False")])
    let places = columns.python(for: component.info.parameters[0])
    let pair = Python.tuple([encoder, places])
    return .call("make_column_transformer", [.init(nil, pair), .init("remainder", "\"passthrough\"")])
  }

  private static func fit(_ fitted: String, _ name: String, _ isSplit: Bool) -> String {
    guard isSplit else { return "\(name) = \(fitted).fit_transform(\(name))" }
    return
      "\(name)_train, \(name)_val = \(fitted).fit_transform(\(name)_train), \(fitted).transform(\(name)_val)"
  }
}

extension Argument {
  /// A share as it is, and a count, which scikit-learn tells by its type, without a point.
  fileprivate var count: Python {
    guard case .real(let value) = self else { return .none }
    return value >= 1 ? "\(Int(value))" : "\(value)"
  }
}
