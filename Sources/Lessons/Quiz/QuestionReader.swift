extension Question {
  /// The question that a level-3 heading opens; nil, and reported, when it has no answers.
  static func read(_ part: Part, _ diagnostics: inout Diagnostics) -> Question? {
    var chosen: (kind: QuestionKind, index: Int)?
    for kind in QuestionKind.all where chosen == nil {
      chosen = part.blocks.lastIndex(where: kind.recognises).map { (kind, $0) }
    }
    guard let (kind, index) = chosen else {
      diagnostics.report(
        .noAnswers, "the question has no answers", at: part.range,
        helps: ["add a list of options - [x] and - [ ], a line Answer: …, or an ordered list"])
      return nil
    }
    var question = Question(
      title: part.title, body: Array(part.blocks[..<index]), kind: kind, options: [], accepted: [],
      explanation: part.blocks[(index + 1)...].flatMap(\.quoted), range: part.range)
    let others = part.blocks[..<index] + part.blocks[(index + 1)...]
    for block in others where QuestionKind.all.contains(where: { $0.input != .order && $0.recognises(block) })
    {
      diagnostics.report(
        .invalidAnswers, "the question has two sets of answers", at: block.range,
        helps: ["begin another question with ###"])
    }
    kind.read(part.blocks[index], &question, &diagnostics)
    return question
  }
}

extension Block {
  /// What a quote holds; any other block itself.
  fileprivate var quoted: [Block] { if case .quote(let blocks) = content { blocks } else { [self] } }
}

extension Question.Option {
  /// An item of a list: its first paragraph is the text, its quotes are the
  /// feedback, its claims prove the mark.
  init(_ item: Block.Item) {
    var text: [Inline] = []
    var rest = item.blocks[...]
    if case .paragraph(let inlines) = rest.first?.content {
      text = inlines
      rest = rest.dropFirst()
    }
    self.text = text.withoutClaims
    isRight = item.isChecked ?? false
    claims = text.claims + rest.filter { !$0.isQuote }.inlines.claims
    feedback = rest.flatMap { block in
      if case .quote(let blocks) = block.content { blocks } else { [Block]() }
    }
    blocks = rest.filter { !$0.isQuote }
    range = item.range
  }
}

extension Block {
  fileprivate var isQuote: Bool { if case .quote = content { true } else { false } }
}

extension ArraySlice<Block> {
  fileprivate var inlines: [Inline] { Array(self).inlines }
}

extension [Inline] {
  /// Without its claims, and without the space that stood before them.
  var withoutClaims: [Inline] {
    var kept = filter { if case .claim = $0 { false } else { true } }
    if case .text(let text) = kept.last {
      let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
      kept[kept.count - 1] = .text(String(text[..<end]))
    }
    return kept
  }
}
