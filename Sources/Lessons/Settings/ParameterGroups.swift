import Engine

extension PipelineReader {
  /// `groups: [ { layers: [0], lr: 0.01 } ]`: layers by their place from 0,
  /// and what their optimizer is given instead of the lesson's arguments, as PyTorch's `param_groups`.
  mutating func groups(
    _ pair: Setting.Pair?, _ optimizer: Setting.Pair?, layers count: Int
  ) -> [Pipeline.ParameterGroup] {
    guard let pair, let optimizer else { return [] }
    return pair.value.items.compactMap { group(in: $0, optimizer.value, layers: count) }
  }

  private mutating func group(
    in setting: Setting, _ optimizer: Setting, layers count: Int
  ) -> Pipeline.ParameterGroup? {
    guard case .mapping(let pairs) = setting.content, let layers = pairs.first(where: { $0.key == "layers" })
    else {
      diagnostics.report(
        .invalidValue, "a group must be a mapping such as { layers: [0], lr: 0.01 }", at: setting.range)
      return nil
    }
    let places = layers.value.items.compactMap(\.integer)
    guard places.count == layers.value.items.count, places.allSatisfy((0..<count).contains) else {
      diagnostics.report(
        .invalidValue, "layers must be places in the model from 0 to \(count - 1)", at: layers.value.range)
      return nil
    }
    var name = optimizer.text ?? ""
    var arguments: [Setting.Pair] = []
    if case .mapping(let whole) = optimizer.content, let first = whole.first {
      name = first.key
      if case .mapping(let given) = first.value.content { arguments = given }
    }
    let own = pairs.filter { $0.key != "layers" }
    let merged = arguments.filter { argument in !own.contains { $0.key == argument.key } } + own
    let settings = Setting(content: .mapping(merged), range: setting.range)
    return components.component(name, at: setting.range, settings, .optimizer).map {
      Pipeline.ParameterGroup(layers: places, optimizer: $0.component)
    }
  }
}
