import Engine

extension Parameter {
  /// What it takes, in a few words: `integer ≥ 1`, `real in [0, 1)`, `none or tanh`.
  public var takes: String {
    let further = words.map(\.description) + (takesNone ? ["None"] : [])
    return Suggestion.list([domain.notation] + further, "or")
  }

  /// What it is when left out, as a lesson writes it; nil where it must be given.
  public var writtenDefault: String? { fallback.map { $0.written(for: self) } }
}

extension Parameter.Domain {
  fileprivate var notation: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range): "integer" + Self.notation(range)
    case .real(let bounds): "real" + bounds.notation
    case .choice(let words): Suggestion.list(words.map(\.description), "or")
    case .integers(let range, let count): Self.notation("integer", count) + Self.notation(range)
    case .reals(let bounds, let count): Self.notation("real", count) + bounds.notation
    case .components(let category): "list of \(category.title.lowercased())"
    case .formula: "expression of epoch"
    case .text: "text"
    }
  }

  private static func notation(_ range: ClosedRange<Int>) -> String {
    let ends = [range.lowerBound, range.upperBound].map { Numeral.typographic("\($0)") }
    return range.upperBound == Parameter.countLimit ? " ≥ \(ends[0])" : " from \(ends[0]) to \(ends[1])"
  }

  /// One number or several: `2 reals`, `1 or 2 integers`, `integers`.
  private static func notation(_ noun: String, _ count: ClosedRange<Int>) -> String {
    let (least, most) = (count.lowerBound, count.upperBound)
    if most >= 64 { return least > 1 ? "\(least) or more \(noun)s" : "\(noun)s" }
    if least == most { return most == 1 ? noun : "\(most) \(noun)s" }
    return "\(least) \(most == least + 1 ? "or" : "to") \(most) \(noun)s"
  }
}

extension Parameter.Bounds {
  fileprivate var notation: String {
    let ends = [lower, upper].map { Numeral.typographic(Numeral.text($0)) }
    return switch (lower.isFinite, upper.isFinite) {
    case (false, false): ""
    case (true, false): (includesLower ? " ≥ " : " > ") + ends[0]
    case (false, true): (includesUpper ? " ≤ " : " < ") + ends[1]
    case (true, true): " in \(includesLower ? "[" : "(")\(ends[0]), \(ends[1])\(includesUpper ? "]" : ")")"
    }
  }
}

extension Argument {
  /// The argument as a lesson writes it for `parameter`.
  fileprivate func written(for parameter: Parameter) -> String {
    switch self {
    case .none: "None"
    case .flag(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .real(let value): Self.written(value)
    case .choice(let row): parameter.word(row)?.description ?? "\(row)"
    case .integers(let values): Self.list(values.map { "\($0)" })
    case .reals(let values): Self.list(values.map(Self.written))
    case .components(let components): Self.list(components.map { "\($0.info.name)" })
    case .formula(let formula): formula.text
    case .text(let text): text
    }
  }

  private static func list(_ items: [String]) -> String {
    items.count == 1 ? items[0] : "[\(items.joined(separator: ", "))]"
  }

  /// The shortest text that reads back as `value`, whole numbers without a point.
  private static func written(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
