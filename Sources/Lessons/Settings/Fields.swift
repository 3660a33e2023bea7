/// The pairs of a mapping, taken one by one; what is left over is unknown.
struct Fields {
  private var pairs: [Setting.Pair]
  /// The mapping.
  let range: SourceRange

  init(_ pairs: [Setting.Pair], range: SourceRange) {
    self.pairs = pairs
    self.range = range
  }

  /// The pairs that were not taken.
  var rest: [Setting.Pair] { pairs }

  /// Takes the pair of `key`.
  mutating func take(_ key: String) -> Setting.Pair? {
    guard let index = pairs.firstIndex(where: { $0.key == key }) else { return nil }
    return pairs.remove(at: index)
  }
}

extension Diagnostics {
  /// The value of `key` as `read` reads it; reports a value that it does not take.
  mutating func value<T>(
    _ pair: Setting.Pair?, _ requirement: String, _ read: (Setting) -> T?
  ) -> T? {
    guard let pair else { return nil }
    if let value = read(pair.value) { return value }
    report(
      .invalidValue, "\(pair.key) must be \(requirement), found \(pair.value.description)",
      at: pair.value.range)
    return nil
  }

  /// The value of `pair`, a whole number within `range`.
  mutating func integer(_ pair: Setting.Pair?, in range: ClosedRange<Int>) -> Int? {
    value(pair, "a whole number from \(range.lowerBound) to \(range.upperBound)") { setting in
      setting.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The value of `pair`, a flag.
  mutating func flag(_ pair: Setting.Pair?) -> Bool? { value(pair, "true or false") { $0.flag } }

  /// The value of `pair`, a text that is not empty.
  mutating func text(_ pair: Setting.Pair?) -> String? {
    value(pair, "a text") { $0.isNone ? nil : $0.text?.trimmingSpaces }
  }

  /// Reports every pair that is left over; `known` are the keys that there are.
  mutating func refuse(_ rest: [Setting.Pair], known: [String], in owner: String) {
    for pair in rest {
      report(
        .unknownKey, "\(owner) has no setting \(pair.key)", at: pair.keyRange,
        helps: Suggestion.help(for: pair.key, among: known))
    }
  }
}
