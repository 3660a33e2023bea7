import Engine

/// Stages 3 and 4 in Python: loss, optimizer, scheduler, and the two passes of an epoch.
struct TrainingWriter {
  let trace: Trace

  private var train: Pipeline.Train { trace.pipeline.train }
  private var classifies: Bool { !trace.preprocess.trainClassCounts.isEmpty }
  private var output: Shape { trace.model.layers.last?.output ?? Shape(1) }

  /// Whether targets are class numbers, not values laid out like the output.
  private var targetsAreClasses: Bool { classifies && output.count > 1 }

  /// The model that is measured: the average of its weights where the lesson asks for one.
  var measured: String { train.averaging == nil ? "model" : "averaged" }

  /// The class that each row of `outputs` says.
  func decision(_ outputs: String) -> String {
    output.count > 1
      ? "\(outputs).argmax(1)" : "(\(outputs) > \(trace.model.link == .probability ? "0.5" : "0"))"
  }

  /// The lesson's type.
  var dtype: String { trace.pipeline.precision == .float32 ? "torch.float32" : "torch.float64" }

  /// The data as tensors, in loaders.
  var loaders: String {
    let looksUp = train.model.first?.name == "Embedding"
    let columns = output.sizes == [1] || output.rank > 1 ? ".reshape(-1, \(output.text))" : ""
    let x = "torch.tensor(x, dtype=\(looksUp ? "torch.long" : dtype))"
    let y =
      targetsAreClasses
      ? "    return TensorDataset(\(x), torch.tensor(y))"
      : "    y = torch.tensor(y, dtype=\(dtype))\(columns)\n    return TensorDataset(\(x), y)"
    var items: [Python.Item] = [
      .init(nil, "tensors(x_train, y_train)"), .init("batch_size", "\(train.batchSize)"),
    ]
    if train.shuffle { items.append(.init("shuffle", "True")) }
    if train.dropLast { items.append(.init("drop_last", "True")) }
    if let seed = train.loaderSeed {
      items.append(.init("generator", "torch.Generator().manual_seed(\(seed))"))
    }
    let validation = Python.call(
      "DataLoader", [.init(nil, "tensors(x_val, y_val)"), .init("batch_size", "\(train.batchSize)")])
    return """
      def tensors(x, y):
      \(y)


      \(Python.call("DataLoader", items).line("train_loader = "))
      \(validation.line("val_loader = "))
      """
  }

  /// What is made small.
  var criterion: String {
    var spelled: [String: Python] = [:]
    for name in ["weight", "pos_weight"] {
      guard case .reals(let values)? = train.loss.argument(name) else { continue }
      spelled[name] = "torch.tensor([\(values.map { "\($0)" }.joined(separator: ", "))])"
    }
    return Python.call("nn." + train.loss.name, train.loss.items(spelled: spelled, allByKeyword: true))
      .line("criterion = ")
  }

  /// What moves the weights.
  var optimizer: String {
    let items = Self.settings(train.optimizer)
    let name = "torch.optim." + train.optimizer.name
    guard !train.groups.isEmpty else {
      return Python.call(name, [.init(nil, "model.parameters()")] + items).line("optimizer = ")
    }
    let taken = Set(train.groups.flatMap(\.layers))
    let others = train.model.indices.filter { !taken.contains($0) }
    let groups =
      [group(others, [])]
      + train.groups.map { group($0.layers, Self.settings($0.optimizer, other: train.optimizer)) }
    return Python.call(name, [.init(nil, .list(groups))] + items, isTall: true).line("optimizer = ")
  }

  private func group(_ layers: [Int], _ items: [Python.Item]) -> Python {
    let parameters = layers.filter { !trace.model.layers[$0].weights.isEmpty }.map {
      "model[\($0)].parameters()"
    }
    let all =
      parameters.count == 1 ? parameters[0] : "[\(parameters.map { "*" + $0 }.joined(separator: ", "))]"
    let entries = ["\"params\": \(all)"] + items.map { "\"\($0.keyword ?? "")\": \($0.value.flat)" }
    return .atom("{\(entries.joined(separator: ", "))}")
  }

  /// The arguments of an optimizer; of those of a group, what the `other` does not have.
  private static func settings(_ optimizer: Component, other: Component? = nil) -> [Python.Item] {
    var spelled: [String: Python] = [:]
    // PyTorch's first eps of Adafactor is None, one rounding error.
    if optimizer.name == "Adafactor", case .reals(let eps)? = optimizer.argument("eps"), eps.count == 1,
      eps != [0.001]
    {
      spelled["eps"] = "(None, \(eps[0]))"
    }
    guard let other else { return optimizer.items(spelled: spelled, allByKeyword: true) }
    var same: [String] = []
    for (row, parameter) in optimizer.info.parameters.enumerated() {
      let name = parameter.name.description
      if optimizer.arguments[row] == other.arguments[row] {
        same.append(name)
      } else if spelled[name] == nil {
        spelled[name] = optimizer.arguments[row].python(for: parameter)
      }
    }
    return optimizer.items(spelled: spelled, omitted: same, allByKeyword: true)
  }

  /// The learning rate over time; nil without a schedule.
  var scheduler: String? {
    trace.pipeline.schedule.scheduler.map { Self.scheduler($0).line("scheduler = ") }
  }

  private static func scheduler(_ component: Component) -> Python {
    let name = "lr_scheduler." + component.name
    guard case .components(let parts)? = component.argument("schedulers") else {
      return .call(name, [.init(nil, "optimizer")] + component.items(allByKeyword: true))
    }
    let list = Python.Item(nil, .list(parts.map(scheduler)))
    let rest = component.items(omitted: ["schedulers"], allByKeyword: true)
    // A chain takes the optimizer from its parts.
    return .call(name, (rest.isEmpty ? [] : [.init(nil, "optimizer")]) + [list] + rest)
  }

  /// Whether the schedule calls functions of `math`.
  var usesMath: Bool { scheduler?.contains("math.") == true }
}

extension Shape {
  /// The sizes, between commas.
  var text: String { sizes.map { "\($0)" }.joined(separator: ", ") }
}
