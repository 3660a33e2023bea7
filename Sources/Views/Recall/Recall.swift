import Engine
import Lessons

extension View {
  /// Will I remember it: the author's cards, then those made of the quiz and of the run.
  static let recall = View("recall", title: "Recall") { exhibit in
    let checked = exhibit.checked
    let prose = Prose(checked: checked, view: "recall", lowered: 1)
    let written = (checked.lesson.recall?.cards ?? []).map { card in
      Card(front: prose.inlines(card.front), back: prose.blocks(card.back))
    }
    let asked = Quiz(checked, view: "visual")
      .questions(checked.lesson.quiz?.questions ?? [], seed: checked.lesson.frontMatter.seed)
    return [.heading(level: 2, text: [.text("Recall")], anchor: "recall-cards")]
      + (checked.lesson.recall.map { prose.blocks($0.prose) } ?? [])
      + [.cards(written + asked.map(Card.init) + CardRule.all.compactMap { $0.card(checked.trace) })]
  }
}

extension Card {
  /// The card that asks the quiz's `question`.
  init(_ question: Question) {
    self.init(
      front: question.prompt, body: question.body + question.choices,
      back: question.key + question.explanation,
      question: Place(view: "visual", number: question.number))
  }
}

extension Question {
  /// What there is to choose from.
  fileprivate var choices: [Block] {
    switch answer {
    case .options(let options, _): [.list(start: nil, items: options.map { [.paragraph($0.text)] })]
    case .ordering(let items, _): [.list(start: nil, items: items.map { [.paragraph($0)] })]
    case .number, .text: []
    }
  }

  /// The right answer.
  fileprivate var key: [Block] {
    switch answer {
    case .options(let options, _):
      options.filter(\.isRight).flatMap { [.paragraph([.strong($0.text)])] + $0.feedback }
    case .number(_, _, let text): [.paragraph([.strong([.text(text)])])]
    case .text(let spellings): [.paragraph([.strong([.text(spellings.first ?? "")])])]
    case .ordering(let items, let order):
      [.list(start: 1, items: order.filter(items.indices.contains).map { [.paragraph(items[$0])] })]
    }
  }
}
