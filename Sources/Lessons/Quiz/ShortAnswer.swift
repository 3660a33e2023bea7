extension QuestionKind {
  /// `Answer:` and words; `|` separates spellings that are accepted alike.
  static let shortAnswer = QuestionKind(
    name: "short answer", input: .words,
    recognises: { $0.answer != nil },
    read: { block, question, diagnostics in
      question.accepted = (block.answer ?? []).plainText.split(separator: "|").map(\.trimmingSpaces)
        .filter { !$0.isEmpty }
      if question.accepted.isEmpty {
        diagnostics.report(
          .noAnswers, "no answer follows Answer:", at: block.range,
          helps: ["write Answer: and a word, a number, or a value such as `= lr[6]`"])
      }
    },
    accepts: { answer, question, _ in
      guard case .text(let text) = answer else { return false }
      return question.accepted.contains { $0.comparable == text.comparable }
    })
}

extension String {
  /// Without what no one would mark as wrong: case, spacing, a full stop at the end.
  fileprivate var comparable: String {
    let words = lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}
