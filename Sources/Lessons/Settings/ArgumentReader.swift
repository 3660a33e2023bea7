import Engine

extension ComponentReader {
  /// What `setting` makes of `parameter`; reports a value outside its domain.
  mutating func argument(
    _ setting: Setting, _ parameter: Parameter, of info: Info, parts: inout [ComponentPlace]
  ) -> Argument? {
    if setting.isNone && parameter.takesNone { return Argument.none }
    let text = setting.text
    if let word = parameter.words.firstIndex(where: { $0.description == text }) { return .choice(word) }
    switch parameter.domain {
    case .components(let category):
      guard let found = components(setting, category) else { return nil }
      parts += found.map(\.place)
      return .components(found.map(\.component))
    case .formula:
      return formula(setting)
    default:
      if let argument = parameter.domain.argument(setting) { return argument }
      refuse(setting, parameter, of: info)
      return nil
    }
  }

  private mutating func refuse(_ setting: Setting, _ parameter: Parameter, of info: Info) {
    var helps: [String] = []
    if case .choice(let words) = parameter.domain, let word = setting.text,
      let nearest = Suggestion.nearest(to: word, among: words.map(\.description))
    {
      helps = ["did you mean \(nearest)?"]
    } else if let text = setting.plain, text.hasPrefix("(") {
      helps = ["a list stands in square brackets: [0.9, 0.999]"]
    }
    diagnostics.report(
      .invalidArgument,
      "\(parameter.name) must be \(parameter.requirement), found \(setting.description)",
      at: setting.range, notes: ["\(parameter.name) of \(info.name): \(parameter.help)"], helps: helps)
  }

  private mutating func formula(_ setting: Setting) -> Argument? {
    guard let text = setting.text, !setting.isNone else {
      diagnostics.report(
        .invalidFormula, "an expression of epoch should stand here, found \(setting.description)",
        at: setting.range,
        helps: ["such as \"0.95 ^ epoch\""])
      return nil
    }
    do throws(ExpressionError) {
      return .formula(try FormulaCompiler.compile(text))
    } catch {
      diagnostics.report(
        error.code, error.message, at: place(of: error.range, in: text, at: setting.range),
        label: error.label,
        notes: error.notes, helps: error.helps)
      return nil
    }
  }

  /// Where `range` of `text` stands in the source, if `text` stands there letter by letter.
  private func place(of range: SourceRange, in text: String, at whole: SourceRange) -> SourceRange {
    let letters = diagnostics.source.text(whole)
    let shift = letters == text ? 0 : letters.dropFirst().dropLast() == text ? 1 : nil
    guard let shift else { return whole }
    return SourceRange(whole.lower + shift + range.lower, whole.lower + shift + range.upper)
  }
}

extension Parameter.Domain {
  /// What `setting` makes of a parameter of this domain; nil outside of it, and for components and formulas.
  fileprivate func argument(_ setting: Setting) -> Argument? {
    switch self {
    case .flag: return setting.flag.map { .flag($0) }
    case .integer(let range): return setting.integer.flatMap { range.contains($0) ? .integer($0) : nil }
    case .real(let bounds): return setting.arithmetic.flatMap { bounds.contains($0) ? .real($0) : nil }
    case .choice(let words):
      let text = setting.text
      return words.firstIndex { $0.description == text }.map { .choice($0) }
    case .integers(let range, let count):
      let values = setting.items.compactMap(\.integer)
      guard values.count == setting.items.count, count.contains(values.count) else { return nil }
      return values.allSatisfy(range.contains) ? .integers(values) : nil
    case .reals(let bounds, let count):
      let values = setting.items.compactMap(\.arithmetic)
      guard values.count == setting.items.count, count.contains(values.count) else { return nil }
      return values.allSatisfy(bounds.contains) ? .reals(values) : nil
    case .text: return setting.isNone ? nil : setting.text.map { .text($0) }
    case .components, .formula: return nil
    }
  }
}

extension Setting {
  /// The items of a list; a value alone counts as a list of one.
  var items: [Setting] { if case .list(let items) = content { items } else { [self] } }

  /// A real, or one that is written as arithmetic, such as 1/3.
  var arithmetic: Double? {
    if let real { return real }
    guard let plain else { return nil }
    return try? FormulaCompiler.constant(plain)
  }
}
