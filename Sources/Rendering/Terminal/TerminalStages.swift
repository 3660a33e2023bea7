import Views

extension TerminalRenderer {
  /// The pipeline as a strip of cards joined by arrows, then each stage opened.
  ///
  /// Where a card would be too narrow for the longest word in it, the strip is a list.
  func lines(_ stages: [Stage], width: Int) -> [TextLine] {
    let card = (width - 3 * (stages.count - 1)) / max(stages.count, 1)
    let words = stages.flatMap { "\($0.title) \($0.summary)".split(separator: " ") }
    let longest = words.map { line(String($0)).width }.max() ?? 0
    let strip =
      card - 4 < longest
      ? stages.flatMap { entry($0, isLast: $0 == stages.last, width: width) }
      : strip(stages, card: min(card, 26))
    return strip + stages.flatMap { [.empty, .empty] + opened($0, width: width) }
  }

  private func strip(_ stages: [Stage], card: Int) -> [TextLine] {
    let bodies = stages.map { body($0, width: card - 4) }
    let height = bodies.map(\.count).max() ?? 0
    let cards = zip(stages, bodies).map { stage, body in
      framed(body + Array(repeating: .empty, count: height - body.count), stage, width: card)
    }
    return (0..<height + 2).map { row in
      cards.enumerated().reduce(into: .empty) { line, card in
        let joint = card.offset == 0 ? .empty : self.line(row == 2 ? "→" : "", .soft).padded(to: 3, .center)
        line += joint + card.element[row]
      }
    }
  }

  /// Title, sentence and output shape, in the width of a card; the shape stands last.
  private func body(_ stage: Stage, width: Int) -> [TextLine] {
    let wrap = TextWrap(columns: width)
    return wrap.lines([run(stage.title, .bold)]) + wrap.lines([run(stage.summary)])
      + wrap.lines([run(stage.output, .hue(stage.hue))])
  }

  private func framed(_ body: [TextLine], _ stage: Stage, width: Int) -> [TextLine] {
    let edge = TextLook.hue(stage.hue)
    let rule = String(repeating: "─", count: width - 3 - String(stage.number).count)
    return [
      line("┌─", edge) + line("\(stage.number)", edge.with { $0.isBold = true }) + line(rule + "┐", edge)
    ]
      + body.map { line("│ ", edge) + $0.padded(to: width - 4) + line(" │", edge) }
      + [line("└" + String(repeating: "─", count: width - 2) + "┘", edge)]
  }

  /// A stage of the strip where there is no room for cards.
  private func entry(_ stage: Stage, isLast: Bool, width: Int) -> [TextLine] {
    let number = line("\(stage.number)  ", .hue(stage.hue, bold: true))
    let wrap = TextWrap(columns: max(min(width, Self.measure) - number.width, 1))
    let title = wrap.lines([run(stage.title, .bold), run("   "), run(stage.output, .hue(stage.hue))])
    return title.prefixed(number, .blank(number.width))
      + wrap.lines([run(stage.summary)]).prefixed(
        line(isLast ? " " : "↓", .soft).padded(to: number.width), .blank(number.width))
  }

  /// A stage with what it does, after a bar in its hue.
  func opened(_ stage: Stage, width: Int) -> [TextLine] {
    let hue = TextLook.hue(stage.hue)
    let title = wrapped("\(stage.number)  \(stage.title)", hue.with { $0.isBold = true }, width: width - 2)
    let shapes = TextWrap(columns: width - 2).lines([
      run("in ", .soft), run(stage.input), run("   out ", .soft), run(stage.output),
    ])
    return barred(title + shapes + [.empty] + lines(stage.blocks, width: width - 2), hue)
  }

  /// The steps of a prediction trace.
  func lines(_ steps: [Step], width: Int) -> [TextLine] {
    Array(steps.map { lines($0, width: width) }.joined(separator: [.empty]))
  }

  private func lines(_ step: Step, width: Int) -> [TextLine] {
    let title = [run(step.title, .bold), run("  " + step.detail, .soft)]
    let shape = [run(step.shape)] + step.facts.flatMap { [run(" · ", .soft), run($0)] }
    let wrap = TextWrap(columns: max(min(width, Self.widestFigure) - 3, 1))
    let strip = step.strip.map { lines(strip: $0, width: min(width, Self.widestFigure) - 3) } ?? []
    let blocks = lines(step.blocks, width: width - 3)
    let parts = [wrap.lines(shape), strip, blocks].filter { !$0.isEmpty }
    return wrap.lines(title).prefixed(line("\(step.number)  ", .hue(.evaluate, bold: true)), .blank(3))
      + Array(parts.joined(separator: [.empty])).prefixed(.blank(3))
  }

  /// The activations, and the sum behind the chosen one.
  private func lines(strip: Step.Strip, width: Int) -> [TextLine] {
    let pictures = strip.pictures
    let drawn = pictures.isEmpty ? lines(strip, width: width) : sideBySide(pictures, width: width)
    let cells = captioned(strip.caption, drawn, width: width)
    guard let unit = strip.unit else { return cells }
    let parts = unit.parts.enumerated().map { place, part in
      (part.terms.map { (place > 0 ? [.empty] : []) + lines($0, width: width) } ?? [])
        + wrapped(part.equation, width: width)
    }
    return cells + [.empty] + wrapped(unit.title, .bold, width: width) + parts.joined()
  }
}
