/// The names that values and claims may use, and what each stands for in a run.
struct Environment {
  /// In the order in which messages list them.
  var entries: [Entry]

  /// A name: what it stands for, or why it stands for nothing in this run.
  struct Entry: Equatable {
    var name: String
    var quantity: Quantity?
    var absence = ""

    init(_ name: String, _ quantity: Quantity) {
      self.name = name
      self.quantity = quantity
    }

    init(_ name: String, _ value: Double) { self.init(name, .number(value)) }

    /// `quantity`, or nothing for the reason `absence`.
    init(_ name: String, _ quantity: Quantity?, else absence: String) {
      self.name = name
      self.quantity = quantity
      self.absence = absence
    }
  }
}

extension [Environment.Entry] {
  /// What `name` stands for; `owner` is the group that it is looked up in, as messages show it.
  func find(_ name: String, in owner: String, at range: SourceRange) throws(ExpressionError) -> Quantity {
    guard let entry = first(where: { $0.name == name }) else {
      let names = map(\.name)
      var helps = Suggestion.help(for: name, among: names)
      if owner.isEmpty, Function.named(name) != nil { helps = ["\(name) is a function: write \(name)(…)"] }
      throw ExpressionError(
        .unknownName, owner.isEmpty ? "there is no value \(name)" : "\(owner) has no \(name)", at: range,
        helps: helps)
    }
    guard let quantity = entry.quantity else {
      throw ExpressionError(
        .unknownName, "\(owner.isEmpty ? name : "\(owner).\(name)") has no value in this run", at: range,
        notes: [entry.absence])
    }
    return quantity
  }
}
