/// What a heading opens, up to the next one of its level.
struct Part {
  var title: [Inline]
  var blocks: [Block]
  /// The heading.
  var range: SourceRange
}

extension [Block] {
  /// What stands before the first heading of `level`, and what each such heading opens.
  func divided(byHeadings level: Int) -> (before: [Block], parts: [Part]) {
    var before: [Block] = []
    var parts: [Part] = []
    for block in self {
      if case .heading(level, let title) = block.content {
        parts.append(Part(title: title, blocks: [], range: block.range))
      } else if parts.isEmpty {
        before.append(block)
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    return (before, parts)
  }
}
