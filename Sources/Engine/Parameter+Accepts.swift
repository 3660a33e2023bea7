extension Parameter {
  /// Whether `argument` is of the kind and in the range that the parameter takes, its components too.
  ///
  /// What this holds for, ``Arguments`` can read.
  public func accepts(_ argument: Argument) -> Bool {
    switch (domain, argument) {
    case (_, .none): takesNone
    case (.flag, .flag), (.formula, .formula), (.text, .text): true
    case (.integer(let range), .integer(let value)): range.contains(value)
    case (.real(let bounds), .real(let value)): bounds.contains(value)
    case (.real(let bounds), .integer(let value)): bounds.contains(Double(value))
    case (.choice(let words), .choice(let row)): words.indices.contains(row)
    case (_, .choice(let row)): words.indices.contains(row)
    case (.integers(let range, let count), .integer(let value)): count.contains(1) && range.contains(value)
    case (.integers(let range, let count), .integers(let values)):
      count.contains(values.count) && values.allSatisfy { range.contains($0) }
    case (.reals(let bounds, let count), .reals(let values)):
      count.contains(values.count) && values.allSatisfy { bounds.contains($0) }
    case (.components(let category), .components(let values)):
      values.allSatisfy { $0.category == category && $0.isValid }
    default: false
    }
  }
}

extension Component {
  /// Whether it names a row of the catalog and every argument is one that its parameter accepts.
  public var isValid: Bool {
    guard let parameters = category.info(row: row)?.parameters else { return false }
    return parameters.count == arguments.count
      && zip(parameters, arguments).allSatisfy { $0.accepts($1) }
      && initializers.allSatisfy {
        $0.parameter >= 0 && $0.component.category == .initializer && $0.component.isValid
      }
  }
}
