import Engine

/// A component as it was read, and where.
struct ReadComponent {
  var component: Component
  var place: ComponentPlace
}

/// Turns settings into components of the catalog; knows none of them by name.
struct ComponentReader {
  var diagnostics: Diagnostics

  /// `Name`, or `Name: { parameter: value }`.
  mutating func component(_ setting: Setting, _ category: Category) -> ReadComponent? {
    switch setting.content {
    case .scalar(let name, _) where !setting.isNone:
      return component(name, at: setting.range, nil, category)
    case .mapping(let pairs) where pairs.count == 1:
      return component(pairs[0].key, at: pairs[0].keyRange, pairs[0].value, category)
    case .mapping(let pairs) where pairs.count > 1:
      diagnostics.report(
        .invalidComponent, "\(category.one) should stand here, and \(pairs.count) names do",
        at: pairs[1].keyRange,
        helps: ["in a list, begin each with - ; parameters go into braces: \(pairs[0].key): { … }"])
    default:
      diagnostics.report(
        .invalidComponent, "\(category.one) should stand here, found \(setting.description)",
        at: setting.range,
        helps: ["write its name, or Name: { parameter: value }"])
    }
    return nil
  }

  /// A list of components.
  mutating func components(_ setting: Setting, _ category: Category) -> [ReadComponent]? {
    guard case .list(let items) = setting.content else {
      diagnostics.report(
        .invalidComponent, "a list of \(category.noun)s should stand here, found \(setting.description)",
        at: setting.range, helps: ["begin each with - "])
      return nil
    }
    let found = items.map { component($0, category) }
    return found.contains { $0 == nil } ? nil : found.compactMap(\.self)
  }

  /// The component `name` with `settings` for its parameters;
  /// `others` are further words that may stand there.
  mutating func component(
    _ name: String, at range: SourceRange, _ settings: Setting?, _ category: Category, others: [String] = []
  ) -> ReadComponent? {
    let entries = category.entries
    guard let row = entries.firstIndex(where: { $0.name.description == name }) else {
      let elsewhere = Category.allCases.first { $0.entries.contains { $0.name.description == name } }
      diagnostics.report(
        .unknownComponent, "there is no \(category.noun) \(name)", at: range,
        notes: elsewhere.map { ["\(name) is \($0.one)"] } ?? [],
        helps: elsewhere == nil
          ? Suggestion.help(for: name, among: entries.map(\.name.description) + others) : [])
      return nil
    }
    var pairs: [Setting.Pair] = []
    switch settings?.content {
    case .mapping(let given): pairs = given
    case .some where settings?.isNone != true:
      let first = entries[row].parameters.first { $0.fallback == nil } ?? entries[row].parameters.first
      diagnostics.report(
        .invalidComponent, "parameters go into braces, found \(settings?.description ?? "")",
        at: settings?.range,
        helps: first.map { ["write \(name): { \($0.name): \(settings?.description ?? "…") }"] } ?? [
          "\(name) has no parameters"
        ])
      return nil
    default: break
    }
    let place = ComponentPlace(name: name, range: range, arguments: [:], parts: [])
    return arguments(pairs, Component(category, row: row, arguments: []), place)
  }

  /// `component` with the arguments that `pairs` give.
  private mutating func arguments(
    _ pairs: [Setting.Pair], _ component: Component, _ place: ComponentPlace
  ) -> ReadComponent? {
    let info = component.info
    var (component, place) = (component, place)
    var given: [Int: Argument] = [:]
    var isValid = true
    for pair in pairs {
      if let row = info.parameters.firstIndex(where: { $0.name.description == pair.key }) {
        place.arguments[row] = pair.value.range
        given[row] = argument(pair.value, info.parameters[row], of: info, parts: &place.parts)
        isValid = isValid && given[row] != nil
      } else if component.category == .layer && pair.key == "init" {
        component.initializers = initializers(pair.value) ?? []
      } else {
        let known = info.parameters.map(\.name.description) + (component.category == .layer ? ["init"] : [])
        diagnostics.report(
          .unknownParameter, "\(info.name) has no parameter \(pair.key)", at: pair.keyRange,
          helps: Suggestion.help(for: pair.key, among: known))
        isValid = false
      }
    }
    // A misspelt parameter was told of; that one seems to be missing follows from it.
    let isComplete = pairs.count == place.arguments.count + (component.initializers.isEmpty ? 0 : 1)
    for (row, parameter) in info.parameters.enumerated() {
      let argument = given[row] ?? parameter.fallback
      if argument == nil && place.arguments[row] == nil {
        isValid = false
        guard isComplete else { continue }
        diagnostics.report(
          .missingParameter, "\(info.name) needs \(parameter.name)", at: place.range,
          notes: ["\(parameter.name): \(parameter.help)"],
          helps: ["write \(info.name): { \(parameter.name): … }"])
      }
      component.arguments.append(argument ?? .none)
    }
    return isValid ? ReadComponent(component: component, place: place) : nil
  }

  /// `init: { weight: kaiming_normal_, bias: 0.01 }`: a layer's first parameter, and its second.
  private mutating func initializers(_ setting: Setting) -> [Initialization]? {
    guard case .mapping(let pairs) = setting.content else {
      diagnostics.report(
        .invalidValue, "init must be a mapping such as { weight: kaiming_normal_ }", at: setting.range)
      return nil
    }
    let names = ["weight", "bias"]
    return pairs.compactMap { pair in
      guard let parameter = names.firstIndex(of: pair.key) else {
        diagnostics.refuse([pair], known: names, in: "init")
        return nil
      }
      if let value = pair.value.real { return constant(value, pair.value, parameter) }
      return component(pair.value, .initializer).map {
        Initialization(parameter: parameter, component: $0.component)
      }
    }
  }

  /// A number stands for the initializer that fills with it.
  private mutating func constant(_ value: Double, _ setting: Setting, _ parameter: Int) -> Initialization? {
    let number = Setting(content: .scalar(value.description, isPlain: true), range: setting.range)
    let pair = Setting.Pair(key: "val", keyRange: setting.range, value: number)
    let settings = Setting(content: .mapping([pair]), range: setting.range)
    return component("constant_", at: setting.range, settings, .initializer).map {
      Initialization(parameter: parameter, component: $0.component)
    }
  }
}
