import Engine

extension Parameter {
  /// What it takes, as a message says it.
  var requirement: String {
    words.isEmpty
      ? domain.requirement : "\(domain.requirement), or \(Suggestion.list(words.map(\.description), "or"))"
  }
}

extension Parameter.Domain {
  /// What it takes, as a message says it.
  var requirement: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .real(let bounds): "a number\(bounds.requirement)"
    case .choice(let words): "one of \(Suggestion.list(words.map(\.description), "or"))"
    case .integers(let range, let count):
      Self.list("whole number", count) + " from \(range.lowerBound) to \(range.upperBound)"
    case .reals(let bounds, let count): Self.list("number", count) + bounds.requirement
    case .components(let category): "a list of \(category.noun)s"
    case .formula: "an expression of epoch"
    case .text: "a text"
    }
  }

  /// One number or several.
  private static func list(_ noun: String, _ count: ClosedRange<Int>) -> String {
    let many = count.upperBound >= 64 ? "" : "\(count.upperBound) "
    if count.lowerBound == count.upperBound {
      return count.upperBound == 1 ? "a \(noun)" : "a list of \(many)\(noun)s"
    }
    let least = count.lowerBound > 1 ? "at least \(count.lowerBound) " : ""
    if count.contains(1) { return "a \(noun), or a list of \(many.isEmpty ? "" : "up to \(many)")\(noun)s," }
    return "a list of \(many.isEmpty ? least : "\(count.lowerBound) to \(many)")\(noun)s"
  }
}

extension Parameter.Bounds {
  /// What a message adds to `a number`.
  var requirement: String {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return ""
    case (true, false):
      return includesLower ? " of at least \(Numeral.text(lower))" : " above \(Numeral.text(lower))"
    case (false, true):
      return includesUpper ? " of at most \(Numeral.text(upper))" : " below \(Numeral.text(upper))"
    case (true, true):
      let ends = (includesLower ? "" : "above ", includesUpper ? "" : "below ")
      return " from \(ends.0)\(Numeral.text(lower)) to \(ends.1)\(Numeral.text(upper))"
    }
  }
}

extension Category {
  /// What one of its components is called in a message.
  public var noun: String {
    switch self {
    case .dataset: "dataset"
    case .transform: "transform"
    case .layer: "layer"
    case .loss: "loss"
    case .optimizer: "optimizer"
    case .scheduler: "scheduler"
    case .metric: "metric"
    case .initializer: "initializer"
    case .splitter: "splitter"
    }
  }

  /// The noun with its article.
  var one: String { "aeiou".contains(noun.first ?? " ") ? "an \(noun)" : "a \(noun)" }
}
