extension QuestionKind {
  /// A task list with several `[x]`: all of them, and no other, must be chosen.
  static let multipleChoice = QuestionKind(
    name: "multiple choice", input: .several,
    recognises: { $0.tasks != nil },
    read: { block, question, diagnostics in question.readOptions(block, &diagnostics) },
    accepts: { answer, question, _ in
      guard case .options(let chosen) = answer else { return false }
      return Set(chosen) == Set(question.rightOptions)
    })
}
