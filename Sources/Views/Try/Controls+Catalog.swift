public import Engine
import Lessons

extension Controls.Input {
  /// What a control for `parameter` takes; nil where numbers, words and flags do not do.
  public init?(_ parameter: Engine.Parameter) {
    switch parameter.domain {
    case .flag: kind = .flag
    case .integer(let range):
      kind = .integer
      (lower, upper) = (Double(range.lowerBound), Double(range.upperBound))
    case .real(let bounds):
      kind = .real
      self.bound(bounds)
    case .choice(let words):
      kind = .choice
      self.words = words.map(\.description)
    case .integers(let range, _):
      kind = .integers
      (lower, upper) = (Double(range.lowerBound), Double(range.upperBound))
    case .reals(let bounds, _):
      kind = .reals
      self.bound(bounds)
    case .components(.scheduler): kind = .components
    case .formula: kind = .formula
    case .components, .text: return nil
    }
    if words.isEmpty { words = parameter.words.map(\.description) }
    takesNone = parameter.takesNone
  }

  private mutating func bound(_ bounds: Engine.Parameter.Bounds) {
    (lower, upper) = (bounds.lower, bounds.upper)
    excludesLower = !bounds.includesLower && lower.isFinite
    excludesUpper = !bounds.includesUpper && upper.isFinite
  }
}

extension Controls.Value {
  /// `argument` of `parameter` as a control has it.
  public init(_ argument: Argument, of parameter: Engine.Parameter) {
    self =
      switch argument {
      case .flag(let value): .flag(value)
      case .integer(let value): .number(Double(value))
      case .real(let value): .number(value)
      case .choice(let row): .word(parameter.word(row)?.description ?? "")
      case .integers(let values): .numbers(values.map { Double($0) })
      case .reals(let values): .numbers(values)
      case .components(let parts): .word("[\(parts.map(\.listed).joined(separator: ", "))]")
      case .formula(let formula): .word("\"\(formula.text)\"")
      case .none, .text: .none
      }
  }
}

extension Component {
  /// As a lesson lists it: `LinearLR`, or `{ StepLR: { step_size: 5 } }`.
  fileprivate var listed: String {
    let given = zip(info.parameters, arguments).filter { $0.fallback != $1 }.map { parameter, argument in
      "\(parameter.name): \(Controls.Value(argument, of: parameter).text)"
    }
    return given.isEmpty ? name : "{ \(name): { \(given.joined(separator: ", ")) } }"
  }
}

extension Controls.Option {
  /// Every component that may stand in for a lesson's, set as its example is.
  public static let all: [Controls.Option] =
    Engine.Category.scheduler.entries.indices.compactMap { .init(.scheduler, $0) }
    + (StandIn.optimizers + StandIn.losses.joined()).compactMap { .init($0.category, $0.row) }

  /// The component in `row` of `category`; nil where it takes what no control gives.
  private init?(_ category: Engine.Category, _ row: Int) {
    let info = category.entries[row]
    let example = Component.read(info.written, category).component
    name = info.name.description
    self.category = Int(category.rawValue)
    self.row = row
    parameters = info.parameters.enumerated().compactMap { place, parameter in
      Controls.Input(parameter).map { input in
        Controls.Parameter(
          name: parameter.name.description, input: input,
          value: .init(example?.arguments[place] ?? parameter.fallback ?? .none, of: parameter),
          standard: parameter.fallback.map { .init($0, of: parameter) })
      }
    }
    guard parameters.count == info.parameters.count else { return nil }
  }
}
