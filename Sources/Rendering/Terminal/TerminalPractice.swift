import Views

extension TerminalRenderer {
  /// The cards under one another: what is asked, then what is to be remembered behind a bar.
  func lines(_ cards: [Card], width: Int) -> [TextLine] {
    let parts = cards.enumerated().map { place, card -> [TextLine] in
      let mark = line("\(place + 1)  ", .hue(.evaluate, bold: true)).padded(to: 4)
      let front = prose(card.front, .bold, width: width - 4) + lines(card.body, width: width - 4)
      return front.prefixed(mark, .blank(4))
        + barred(lines(card.back, width: width - 6), .soft).prefixed(.blank(4))
    }
    return Array(parts.joined(separator: [.empty]))
  }

  /// What a project asks for, and what the lesson's own run has.
  func lines(_ goals: Goals, width: Int) -> [TextLine] {
    let table = Table(
      columns: ["Target", "This run", "Met"].map { .init([.text($0)]) },
      rows: goals.targets.map { target in
        .init([
          [.code(target.text)], [.text(target.reading)], [.text(target.isMet ? "yes" : "not yet")],
        ])
      })
    return lines(table, width: width)
  }
}
