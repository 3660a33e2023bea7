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
    case .components, .formula, .text: return nil
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
      case .none, .components, .formula, .text: .none
      }
  }
}

extension Controls.Scheduler {
  /// Every scheduler whose parameters are numbers, words and flags, set as its example is.
  public static let all: [Controls.Scheduler] = Engine.Category.scheduler.entries.enumerated().compactMap {
    row, info in
    let example = Component.read(info.written, .scheduler).component
    let parameters = info.parameters.enumerated().compactMap { place, parameter in
      Controls.Input(parameter).map { input in
        Controls.Parameter(
          name: parameter.name.description, input: input,
          value: .init(example?.arguments[place] ?? parameter.fallback ?? .none, of: parameter))
      }
    }
    guard parameters.count == info.parameters.count else { return nil }
    return Controls.Scheduler(name: info.name.description, row: row, parameters: parameters)
  }
}
