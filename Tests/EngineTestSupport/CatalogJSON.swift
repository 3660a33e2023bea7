import Engine

/// What the goldens name and the catalog does not take.
package enum CatalogMismatch: Error, Equatable {
  case noComponent(String)
  case noParameter(component: String, parameter: String)
  case missing(component: String, parameter: String)
  case outside(component: String, parameter: String)
}

/// Whether the catalog has a component of that name: the one reason to skip a golden case.
package func catalogHas(_ category: Engine.Category, _ name: String) -> Bool {
  category.entries.contains { $0.name.description == name }
}

/// The component `name` with `params` as PyTorch or scikit-learn spell them;
/// what is left out takes its default.
///
/// Throws ``CatalogMismatch`` where the catalog has no such component or parameter, or not that value.
package func component(_ category: Engine.Category, _ name: String, _ params: [String: JSON] = [:]) throws
  -> Component
{
  guard let row = category.entries.firstIndex(where: { $0.name.description == name }) else {
    throw CatalogMismatch.noComponent(name)
  }
  let parameters = category.entries[row].parameters
  for key in params.keys.sorted() where !parameters.contains(where: { $0.name.description == key }) {
    throw CatalogMismatch.noParameter(component: name, parameter: key)
  }
  let arguments = try parameters.map { parameter in
    let key = parameter.name.description
    guard let json = params[key] else {
      guard let fallback = parameter.fallback else {
        throw CatalogMismatch.missing(component: name, parameter: key)
      }
      return fallback
    }
    guard let argument = try parameter.argument(json) else {
      throw CatalogMismatch.outside(component: name, parameter: key)
    }
    return argument
  }
  return Component(category, row: row, arguments: arguments)
}

/// The component that `json` names: `["Name", { … }]`, `{ "Name": { … } }` or `"Name"`.
package func component(_ category: Engine.Category, _ json: JSON) throws -> Component {
  if let name = json.string { return try component(category, name) }
  if let pair = json.array, let name = pair.first?.string {
    return try component(category, name, pair.count > 1 ? pair[1].object ?? [:] : [:])
  }
  guard let pair = json.object?.first else { throw CatalogMismatch.noComponent("\(json)") }
  return try component(category, pair.key, pair.value.object ?? [:])
}

extension Parameter {
  /// `json` as this parameter takes it, nil where it does not.
  fileprivate func argument(_ json: JSON) throws -> Argument? {
    if json == .null { return takesNone ? Argument.none : nil }
    if let word = words.firstIndex(where: { $0.description == json.string }) { return .choice(word) }
    switch domain {
    case .flag:
      return json.bool.map { .flag($0) }
    case .integer(let range):
      return json.integer.flatMap { range.contains($0) ? .integer($0) : nil }
    case .real(let bounds):
      return json.double.flatMap { bounds.contains($0) ? .real($0) : nil }
    case .choice(let words):
      return words.firstIndex { $0.description == json.string }.map { .choice($0) }
    case .integers(let range, let count):
      let values = (json.array ?? [json]).map(\.integer)
      guard count.contains(values.count), values.allSatisfy({ $0.map(range.contains) == true }) else {
        return nil
      }
      return .integers(values.compactMap(\.self))
    case .reals(let bounds, let count):
      let values = (json.array ?? [json]).filter { $0 != .null }.map(\.double)
      guard count.contains(values.count), values.allSatisfy({ $0.map(bounds.contains) == true }) else {
        return nil
      }
      return .reals(values.compactMap(\.self))
    case .components(let category):
      return try json.array.map { .components(try $0.map { try component(category, $0) }) }
    case .formula:
      return try json.string.map { .formula(try PythonFormula.parse($0)) }
    case .text:
      return json.string.map { .text($0) }
    }
  }
}
