/// What the Try section says of one setting: an item of a list that begins with its path.
public struct Trial: Sendable, Equatable {
  /// The setting's canonical path, such as `schedule.T_max`.
  public var path: String
  /// What the author says of it.
  public var text: [Inline]
}

extension Lesson {
  /// What the Try section lists, in its order.
  public var trials: [Trial] {
    let tunables = tunables
    return listed.compactMap { item in
      tunables.named(item.path).map { Trial(path: $0.path, text: item.text) }
    }
  }

  /// The prose of the Try section without the lists that name settings.
  public var trialProse: [Block] {
    blocks(.tryIt).filter { block in
      guard case .list(let list) = block.content else { return true }
      return !list.items.allSatisfy { $0.path != nil }
    }
  }

  /// The items that begin with a code span.
  private var listed: [(path: String, text: [Inline], range: SourceRange)] {
    blocks(.tryIt).flatMap { block -> [(path: String, text: [Inline], range: SourceRange)] in
      guard case .list(let list) = block.content else { return [] }
      return list.items.compactMap { item in item.path.map { ($0, item.text, item.range) } }
    }
  }

  /// Reports the items of the Try section that name no setting.
  func checkTrials(_ diagnostics: inout Diagnostics) {
    let tunables = tunables
    for item in listed where tunables.named(item.path) == nil {
      let line = source.text(item.range)
      let offset = line.range(of: item.path).map { line[..<$0].utf8.count } ?? 0
      let start = item.range.lower + offset
      diagnostics.report(
        .unknownKey, "the lesson has no setting \(item.path)",
        at: SourceRange(start, start + item.path.utf8.count), helps: tunables.help(for: item.path))
    }
  }
}

extension [Tunable] {
  /// The one that `path` names; nil without one.
  func named(_ path: String) -> Tunable? {
    first { $0.path == path } ?? first { $0.aliases.contains(path) }
  }

  /// What a wrong path was meant to be.
  func help(for path: String) -> [String] {
    let names = flatMap { [$0.path] + $0.aliases }
    if let nearest = Suggestion.nearest(to: path, among: names) { return ["did you mean \(nearest)?"] }
    let prefix = path.prefix { $0 != "." } + "."
    let siblings = map(\.path).filter { $0.hasPrefix(prefix) }
    return siblings.isEmpty
      ? ["write it as schedule.T_max, optimizer.lr, Linear.out_features or epochs"]
      : ["there is \(Suggestion.list(siblings))"]
  }
}

extension Block.Item {
  /// The code span that it begins with.
  fileprivate var path: String? {
    guard case .paragraph(let text)? = blocks.first?.content, case .code(let path)? = text.first else {
      return nil
    }
    return path
  }

  /// What follows the code span and its colon.
  fileprivate var text: [Inline] {
    guard case .paragraph(let whole)? = blocks.first?.content else { return [] }
    var rest = Array(whole.dropFirst())
    if case .text(let text)? = rest.first {
      let trimmed = text.drop { $0 == ":" || $0 == " " }
      rest[0] = .text(trimmed.prefix(1).uppercased() + trimmed.dropFirst())
    }
    return rest
  }
}

extension String {
  /// Where `other` begins.
  fileprivate func range(of other: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(other) }
  }
}
