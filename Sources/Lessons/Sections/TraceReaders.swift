extension TrainingTrace {
  /// Reads the table with the columns Epoch and Observation; any two columns in other languages.
  init?(_ section: Section, language: String, _ diagnostics: inout Diagnostics) {
    let tables = section.blocks.compactMap { block -> (Block, Block.Table)? in
      if case .table(let table) = block.content { (block, table) } else { nil }
    }
    guard let (block, table) = tables.first, tables.count == 1 else {
      diagnostics.report(
        .invalidTrace, "the training trace needs one table, and has \(tables.count)", at: section.heading,
        helps: ["write a table with the columns Epoch and Observation, or leave the section out"])
      return nil
    }
    let titles = table.header.map { $0.plainText.lowercased() }
    var columns = (epoch: 0, observation: 1)
    if language.hasPrefix("en") || titles.count > 2 {
      guard let epoch = titles.firstIndex(of: "epoch"),
        titles.allSatisfy({ ["epoch", "observation"].contains($0) })
      else {
        diagnostics.report(
          .invalidTrace, "the columns of the training trace are Epoch and Observation",
          at: diagnostics.source.lineRange(diagnostics.source.line(at: block.range.lower)),
          notes: ["loss, accuracy, learning rate and validation columns come from the run"])
        return nil
      }
      columns = (epoch, titles.firstIndex(of: "observation") ?? titles.count)
    }
    prose = section.blocks.filter { $0 != block }
    heading = section.heading
    rows = table.rows.compactMap { row in
      guard let epoch = Self.epoch(row.cells[columns.epoch], in: row.range, diagnostics.source) else {
        diagnostics.report(
          .invalidTrace,
          "a row begins with the number of its epoch, found \(row.cells[columns.epoch].plainText)",
          at: row.range, helps: ["write a number from 1, or a value such as `= argmin(val_loss)`"])
        return nil
      }
      let text = columns.observation < row.cells.count ? row.cells[columns.observation] : []
      return Row(epoch: epoch, observation: text, range: row.range)
    }
  }

  private static func epoch(_ cell: [Inline], in row: SourceRange, _ source: Source) -> Expression? {
    guard cell.count == 1 else { return nil }
    if case .value(let value) = cell[0] { return value.expression }
    guard case .text(let text) = cell[0], let number = Int(text.trimmingSpaces) else { return nil }
    let digits = Array(text.trimmingSpaces.utf8)
    let bytes = source.bytes[row.lower..<row.upper]
    let start = bytes.indices.first { bytes[$0...].starts(with: digits) } ?? row.lower
    return Expression(node: .number(Double(number)), range: SourceRange(start, start + digits.count))
  }
}

extension PredictionTrace {
  init(_ section: Section) {
    let (before, parts) = section.blocks.divided(byHeadings: 3)
    prose = before
    heading = section.heading
    steps = parts.map { Step(title: $0.title, prose: $0.blocks, range: $0.range) }
  }
}

extension Recall {
  init(_ section: Section, _ diagnostics: inout Diagnostics) {
    let (before, parts) = section.blocks.divided(byHeadings: 3)
    prose = before
    heading = section.heading
    cards = parts.map { Card(front: $0.title, back: $0.blocks, range: $0.range) }
    if cards.isEmpty {
      diagnostics.report(
        .emptySection, "the section has no cards", at: section.heading,
        helps: ["begin each card with ### and its front; the text below is its back"])
    }
    for card in cards where card.back.isEmpty {
      diagnostics.report(.emptySection, "the card has no back", at: card.range)
    }
  }
}

extension Project {
  init(_ section: Section, _ diagnostics: inout Diagnostics) {
    prose = section.blocks
    heading = section.heading
    if targets.isEmpty {
      diagnostics.report(
        .noTarget, "the project has no target", at: section.heading,
        helps: ["state it as a claim, such as `? val_accuracy[epochs] >= 0.93`"])
    }
  }
}

extension QuestionSection {
  init(_ section: Section, _ diagnostics: inout Diagnostics) {
    let (before, parts) = section.blocks.divided(byHeadings: 3)
    prose = before
    heading = section.heading
    questions = parts.compactMap { Question.read($0, &diagnostics) }
    if parts.isEmpty {
      diagnostics.report(
        .emptySection, "the section has no questions", at: section.heading,
        helps: ["begin each question with ### and what is asked"])
    }
  }
}
