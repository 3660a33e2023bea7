extension QuestionKind {
  /// An ordered list: the order it is written in is the right one.
  static let ordering = QuestionKind(
    name: "ordering", input: .order,
    recognises: { block in
      guard case .list(let list) = block.content else { return false }
      return list.start != nil
    },
    read: { block, question, diagnostics in
      guard case .list(let list) = block.content else { return }
      question.options = list.items.map(Question.Option.init)
      if list.items.count < 2 {
        diagnostics.report(.invalidAnswers, "an order needs two things to put into it", at: block.range)
      }
    },
    accepts: { answer, question, _ in answer == .order(Array(question.options.indices)) })
}
