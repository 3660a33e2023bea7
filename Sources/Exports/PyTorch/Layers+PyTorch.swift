import Engine

/// The model as PyTorch's `nn.Sequential`, and the classes that it needs beside those of `torch.nn`.
struct ModelWriter {
  /// The classes that were called for, in that order.
  private(set) var helpers: [Helper] = []
  /// What replaces initial weights, a line each.
  private(set) var initializations: [String] = []

  /// The `layers` behind samples of `input`, as arguments; `path` is where Python finds them.
  mutating func items(_ layers: [Component], behind input: Shape, path: String) throws(EngineError) -> [Python
    .Item]
  {
    var shape = input
    var items: [Python.Item] = []
    for (place, layer) in layers.enumerated() {
      items.append(
        .init(nil, try call(layer, behind: shape, path: "\(path)[\(place)]", isFirst: items.isEmpty)))
      shape = try layer.layout(behind: shape).output
    }
    return items
  }

  private mutating func call(
    _ layer: Component, behind input: Shape, path: String, isFirst: Bool
  ) throws(EngineError) -> Python {
    var name = "nn." + layer.name
    // The script gives a first Embedding whole numbers already.
    if let helper = Helper.all[layer.name]?(layer), !(isFirst && layer.name == "Embedding") {
      name = helper.name
      if !helpers.contains(where: { $0.name == name }) { helpers.append(helper) }
    }
    if case .components(let inner)? = layer.arguments.first {
      let items = try items(inner, behind: input, path: path)
      return .call(name, items, isTall: items.count > 1)
    }
    let weights = try layer.layout(behind: input).weights
    for initialization in layer.initializers {
      let target = "\(path).\(weights[initialization.parameter].name)"
      let items = [Python.Item(nil, .atom(target))] + initialization.component.items()
      initializations.append(Python.call("nn.init." + initialization.component.name, items).line(""))
    }
    return .call(
      name,
      layer.items(
        spelled: spelled(layer, input), omitted: ["returns", "is_causal"], places: Array(Self.settled.keys)))
  }

  /// Parameters that the shape of a sample settles.
  private static let settled: [String: @Sendable (Shape) -> Int] = [
    "in_features": { $0[-1] }, "input_size": { $0[-1] }, "embed_dim": { $0[-1] }, "d_model": { $0[-1] },
    "in_channels": { $0[0] }, "num_features": { $0[0] }, "num_channels": { $0[0] },
    "normalized_shape": { $0[-1] },
  ]

  /// What the shape settles, and what PyTorch warns of when it is left out.
  private func spelled(_ layer: Component, _ input: Shape) -> [String: Python] {
    var spelled: [String: Python] = [:]
    for (name, size) in Self.settled where layer.argument(name)?.isNone == true {
      spelled[name] = "\(size(input))"
    }
    if layer.argument("dim")?.isNone == true { spelled["dim"] = "1" }
    return spelled
  }
}
