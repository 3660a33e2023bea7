/// What a learner answered; options are numbered as the lesson has them, from 0.
public enum Answer: Sendable, Equatable {
  /// What was chosen, ascending.
  case options([Int])
  /// A number or words.
  case text(String)
  /// All options in the order they were put into.
  case order([Int])
}

extension Question {
  /// What `text` answers, where the options were shown in the order `shown` as a,
  /// b, c, …; nil when it is none.
  ///
  /// Letters or numbers choose, in either case, with or without spaces, commas or a closing bracket.
  public func answer(_ text: String, shown: [Int]) -> Answer? {
    let text = text.trimmingSpaces
    switch kind.input {
    case .number: return Double(answer: text) == nil ? nil : .text(text)
    case .words: return text.isEmpty ? nil : .text(text)
    case .one, .several, .order:
      guard let places = Self.places(text, count: shown.count) else { return nil }
      let chosen = places.map { shown[$0] }
      switch kind.input {
      case .order: return Set(chosen).count == shown.count ? .order(chosen) : nil
      case .one: return chosen.count == 1 ? .options(chosen) : nil
      default: return .options(Set(chosen).sorted())
      }
    }
  }

  /// The places that `text` names, from 0; nil when it names none or one that there is not.
  private static func places(_ text: String, count: Int) -> [Int]? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let isLetters = words.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } }
    let names =
      isLetters ? words.flatMap { $0.map { Int($0.asciiValue ?? 0) - 96 } } : words.map { Int($0) ?? 0 }
    guard !names.isEmpty, names.allSatisfy({ (1...max(1, count)).contains($0) }) else { return nil }
    return names.map { $0 - 1 }
  }
}
