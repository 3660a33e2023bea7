extension QuestionKind {
  /// A task list with one `[x]`.
  static let singleChoice = QuestionKind(
    name: "single choice", input: .one,
    recognises: { $0.tasks.map { tasks in tasks.filter { $0.isChecked == true }.count < 2 } ?? false },
    read: { block, question, diagnostics in
      question.readOptions(block, &diagnostics)
      if !question.options.contains(where: \.isRight) {
        diagnostics.report(
          .invalidAnswers, "no option is marked as right", at: question.range,
          helps: ["mark the right one with [x]"])
      }
    },
    accepts: { answer, question, _ in answer == .options(question.rightOptions) })
}

extension Block {
  /// The items of a list that has tasks among them; nil for any other block.
  var tasks: [Item]? {
    guard case .list(let list) = content, list.items.contains(where: { $0.isChecked != nil }) else {
      return nil
    }
    return list.items
  }
}

extension Question {
  /// The places of the options that are marked as right.
  public var rightOptions: [Int] { options.indices.filter { options[$0].isRight } }

  /// Reads the options of a task list.
  mutating func readOptions(_ block: Block, _ diagnostics: inout Diagnostics) {
    let items = block.tasks ?? []
    options = items.map(Option.init)
    for item in items where item.isChecked == nil {
      diagnostics.report(
        .invalidAnswers, "an option has no box", at: diagnostics.source.firstLine(of: item.range),
        helps: ["begin it with [x] when it is right, with [ ] when it is not"])
    }
    if items.count < 2 {
      diagnostics.report(
        .invalidAnswers, "a choice needs two options, and this has \(items.count)", at: block.range)
    }
    for (place, option) in options.enumerated() where !option.text.isEmpty {
      if options[..<place].contains(where: { $0.text == option.text && $0.blocks == option.blocks }) {
        diagnostics.report(
          .invalidAnswers, "the same option stands twice", at: diagnostics.source.firstLine(of: option.range))
      }
    }
  }
}

extension Source {
  /// The first line of `range`, without white space at its end.
  func firstLine(of range: SourceRange) -> SourceRange {
    trimming(SourceRange(range.lower, min(range.upper, lineRange(line(at: range.lower)).upper)))
  }
}
