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
  /// The questions of the challenge: the author's, then those that ``ChallengeRule``s ask of the run.
  public var challenge: [Lessons.Question] {
    (checked.lesson.challenge?.questions ?? []) + ChallengeRule.all.compactMap { $0.question(of: self) }
  }
}
