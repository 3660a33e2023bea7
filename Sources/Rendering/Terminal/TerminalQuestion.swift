import Views

extension TerminalRenderer {
  /// A question as a quiz asks it.
  public func asking(_ question: Question) -> String {
    let head = wrapped("Question \(question.number) of \(question.count)", .soft, width: style.width)
    return encoded(head + asked(question, width: style.width) + [hint(question.answer)])
  }

  /// What is said after an answer: right or not, the feedback of the options `chosen`, the explanation.
  public func feedback(_ question: Question, chosen: [Int], isRight: Bool, expected: String) -> String {
    let verdict =
      isRight
      ? line(style.glyphs == .unicode ? "✓ Right." : "Right.", TextLook(isBold: true, ink: .good))
      : line(style.glyphs == .unicode ? "✗ No." : "No.", TextLook(isBold: true, ink: .bad))
        + line(" The answer is \(expected).")
    var blocks: [Block] = []
    if case .options(let options, _) = question.answer {
      for place in chosen where options.indices.contains(place) {
        blocks += options[place].feedback
        if let proof = options[place].proof {
          let command = ["glassbox show", lesson, proof.option].filter { !$0.isEmpty }
          blocks.append(.paragraph([.text("\(proof.text): \(command.joined(separator: " "))")]))
        }
      }
    }
    let body = lines(blocks + question.explanation, width: style.width - 2).prefixed(.blank(2))
    return encoded([verdict] + body)
  }

  /// `text` on one line, without looks.
  public func plain(_ text: [Inline]) -> String {
    TextLine(TerminalRenderer(TerminalStyle()).runs(text)).encoded(.none)
  }

  /// A question without its answer, and how to answer it.
  func lines(_ question: Question, width: Int) -> [TextLine] {
    let head = wrapped("Question \(question.number) of \(question.count)", .soft, width: width)
    let command = "glassbox quiz \(lesson)\(isChallenge ? " --challenge" : "")"
    let quiz = wrapped("Answer with: \(command)", .soft, width: width)
    return head + asked(question, width: width) + (question.number < question.count ? [] : [.empty] + quiz)
  }

  /// The question's text, and what there is to choose from.
  private func asked(_ question: Question, width: Int) -> [TextLine] {
    let body = question.body.isEmpty ? [] : [.empty] + lines(question.body, width: width)
    let options = options(question.answer, width: width)
    return prose(question.prompt, .bold, width: width) + body
      + (body.isEmpty || options.isEmpty ? [] : [.empty]) + options
  }

  private func options(_ answer: Question.Answer, width: Int) -> [TextLine] {
    switch answer {
    case .options(let options, _): lettered(options.map(\.text), width: width)
    case .ordering(let items, _): lettered(items, width: width)
    case .number, .text: []
    }
  }

  private func lettered(_ items: [[Inline]], width: Int) -> [TextLine] {
    zip(Question.letters, items).flatMap { letter, item in
      prose(item, width: width - 5).prefixed(line("  \(letter)  ", .hue(.evaluate, bold: true)), .blank(5))
    }
  }

  private func hint(_ answer: Question.Answer) -> TextLine {
    switch answer {
    case .options(_, isMultiple: false): line("one letter", .soft)
    case .options(let options, _):
      line("every letter that is right, such as A\(Question.letters.prefix(options.count).last ?? "")", .soft)
    case .number: line("a number", .soft)
    case .text: line("a word or a few", .soft)
    case .ordering(let items, _):
      line(
        "the letters in their right order, such as \(Question.letters.prefix(items.count).reversed().joined())",
        .soft)
    }
  }
}

extension Question {
  /// The letters of options, in order.
  public static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
}
