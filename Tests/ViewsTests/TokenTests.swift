import Engine
import Lessons
import Testing

@testable import Views

/// A text is shown in its tokens, not in their numbers.
@Suite struct TokenTests {
  private static func trace(_ text: String, _ settings: String) throws -> Trace {
    let stages = [
      "load\ntext: { path: tale.txt, \(settings) }",
      "preprocess\n- train_test_split: { test_size: 4, shuffle: false }",
      """
      train
      model: [{ Embedding: { num_embeddings: 9, embedding_dim: 2 } }, Flatten, { Linear: { out_features: 9 } }]
      loss: CrossEntropyLoss
      optimizer: { SGD: { lr: 0.1 } }
      batch_size: 4
      epochs: 1
      """, "schedule\nnone", "evaluate\npredict: 0\ncross_validation: KFold",
    ]
    let source =
      "---\ntitle: Tale\n---\n\n" + stages.map { "## Stage\n\n```yaml \($0)\n```\n" }.joined(separator: "\n")
    let lesson = try #require(Lesson.parse(source, file: "tale.md").lesson)
    return try lesson.pipeline.run(table: lesson.table([Array(text.utf8)]).table)
  }

  @Test func `samples and the traced row read as the text does`() throws {
    let trace = try Self.trace("the cat, the hat, the tea", "context: 4")
    let preview = try #require(
      LoadStage(trace).content.blocks.lazy.compactMap {
        if case .tensor(let table) = $0 { table } else { nil }
      }.first)
    #expect(preview.rows[0].cells.map { $0?.text } == ["t", "h", "e", "␣", "c"])
    #expect(
      preview.caption.reading.hasSuffix(" of \(trace.load.samples) rows: y is the token that comes next."))
    let strip = try #require(TracedStep(trace, trace.predictions[0], 0).step.strip)
    #expect(strip.cells.map(\.text) == ["␣", "t", "h", "e"] && strip.caption.name == "Tokens")
    #expect(strip.caption.reading == "The model reads “␣the”.")
  }

  @Test(arguments: [
    ("the cat, the hat, the tea", "No token comes next in more than 5 of 23 rows."),
    ("the cat, the hat, the teatt", "“t” comes next most often, in 7 of 25 rows."),
  ])
  func `tokens are counted, and never drawn by their numbers`(text: String, reading: String) throws {
    let trace = try Self.trace(text, "context: 2")
    let blocks = LoadStage(trace).content.blocks
    #expect(blocks.map(\.kind) == ["tensor", "bars"])
    let bars = try #require(
      blocks.lazy.compactMap { if case .bars(let bars) = $0 { bars } else { nil } }.first)
    let counts = bars.bars.map(\.value)
    #expect(counts == counts.sorted(by: >) && counts.allSatisfy { $0 > 0 })
    #expect(Int(counts.reduce(0, +)) == trace.load.samples)
    #expect(bars.caption.reading == reading)
  }

  @Test func `words stand apart`() throws {
    let trace = try Self.trace("a cat and a hat and a tea and a pot, and a cat", "level: word, context: 2")
    let strip = try #require(TracedStep(trace, trace.predictions[0], 0).step.strip)
    #expect(strip.caption.reading.split(separator: " ").count == 5)
  }

  @Test func `the folds stand in a table with their mean and deviation`() throws {
    let trace = try Self.trace("the cat, the hat, the tea", "context: 4")
    let table = try #require(
      EvaluateStage(trace).content.blocks.lazy.compactMap {
        if case .table(let table) = $0 { table } else { nil }
      }
      .dropFirst().first)
    #expect(table.columns.map(\.title.plain) == ["Fold", "Rows held out", "loss", "accuracy"])
    #expect(table.rows.map { $0.cells[0].plain } == ["1", "2", "3", "4", "5", "mean", "deviation"])
  }
}
