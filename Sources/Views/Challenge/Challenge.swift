public import Lessons

extension View {
  /// Can I predict it: questions to be answered before the answer is seen.
  static let challenge = View("challenge", title: "Challenge") { exhibit in
    let checked = exhibit.checked
    let prose = Prose(checked: checked, view: "challenge", lowered: 1)
    let questions = Quiz(checked, view: "challenge")
      .questions(exhibit.challenge, seed: checked.lesson.frontMatter.seed)
    let invitation = Block.paragraph([
      .text(
        questions.isEmpty
          ? "This run settles no question that would be fair to ask."
          : "Predict first, then look: every answer is what this very run did.")
    ])
    return [.heading(level: 2, text: [.text("Challenge")], anchor: "challenge-questions")]
      + (checked.lesson.challenge.map { prose.blocks($0.prose) } ?? [invitation])
      + questions.map { .question($0) }
  }
}

extension Exhibit {
  /// The questions of the challenge: the author's, then those that ``ChallengeRule``s ask of the run;
  /// no number that the author asks for is asked for again.
  public var challenge: [Lessons.Question] {
    let written = checked.lesson.challenge?.questions ?? []
    let answered = checked.lesson.questions.compactMap(number)
    let computed = ChallengeRule.all.compactMap { $0.question(of: self) }
      .filter { question in number(of: question).map { !answered.contains($0) } ?? true }
    return written + computed.prefix(max(6 - written.count, 3))
  }

  /// The number that answers `question`, as text.
  private func number(of question: Lessons.Question) -> String? {
    if case .number(let text, _) = checked.key(of: question) { text } else { nil }
  }
}
