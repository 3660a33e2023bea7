import Engine
import Lessons

extension Component {
  /// Its name, as PyTorch or scikit-learn spells it.
  var name: String { info.name.description }

  /// The component as a call with what differs from the defaults: `SGD(lr=0.1, momentum=0.9)`.
  var call: String {
    let given = settings.filter { !$0.isDefault }.map { "\($0.name)=\($0.text)" }
    return given.isEmpty ? name : "\(name)(\(given.joined(separator: ", ")))"
  }

  /// Its name and what differs from the defaults, with room to break the line: `StepLR, step_size = 5`.
  var summary: String {
    ([name] + settings.filter { !$0.isDefault }.map { "\($0.name) = \($0.text)" }).joined(separator: ", ")
  }

  /// What it does, with its parameters' names as code.
  var does: [Inline] {
    let names = Set(settings.map(\.name))
    var inlines: [Inline] = []
    for (place, word) in info.summary.description.split(separator: " ").enumerated() {
      let blank = place == 0 ? "" : " "
      let name = String(word.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      inlines +=
        name.contains("_") && names.contains(name)
        ? [.text(blank), .code(name), .text(String(word.dropFirst(name.count)))] : [.text(blank + word)]
    }
    return inlines
  }

  /// Its formula in LaTeX's notation: the catalog's, but where it is set to another shape; empty without one.
  var formula: String {
    name == "OneCycleLR" && setting("anneal_strategy") == "linear"
      ? #"\eta_t = \eta_{start} + (\eta_{end} - \eta_{start}) \, p_t"# : info.formula.description
  }

  /// The component at `path`: a place among those that it is made of, then one among theirs.
  func part(_ path: some Collection<Int>) -> Component {
    guard let place = path.first else { return self }
    for case .components(let parts) in arguments where parts.indices.contains(place) {
      return parts[place].part(path.dropFirst())
    }
    return self
  }

  /// One parameter and what it is set to.
  struct Setting {
    var name: String
    var text: String
    var help: String
    var isDefault: Bool
    /// Whether it is a list of components.
    var isComposite = false
  }

  /// Every parameter, in the catalog's order.
  var settings: [Setting] {
    zip(info.parameters, arguments).map { parameter, argument in
      Setting(
        name: parameter.name.description, text: argument.text(in: parameter),
        help: parameter.help.description, isDefault: parameter.fallback == argument,
        isComposite: argument.isComposite)
    }
  }

  /// What the parameter `name` is set to, as text; nil where it has none of that name.
  func setting(_ name: String) -> String? { settings.first { $0.name == name }?.text }
}

extension Argument {
  /// Whether it is a list of components.
  fileprivate var isComposite: Bool { if case .components = self { true } else { false } }

  /// The argument as Python writes it.
  fileprivate func text(in parameter: Parameter) -> String {
    switch self {
    case .none: "None"
    case .flag(let value): value ? "True" : "False"
    case .integer(let value): "\(value)"
    case .real(let value): Self.text(value)
    case .choice(let row): parameter.word(row)?.description ?? "\(row)"
    case .integers(let values): Self.list(values.map { "\($0)" })
    case .reals(let values): Self.list(values.map(Self.text))
    case .components(let components): "[\(components.map(\.call).joined(separator: ", "))]"
    case .formula(let formula): formula.text
    case .text(let text): text
    }
  }

  /// One number alone stands without brackets, as Python's libraries take it.
  private static func list(_ items: [String]) -> String {
    items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]"
  }

  /// The shortest text that reads back as `value`, whole numbers without a point.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
