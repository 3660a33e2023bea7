import Engine
import Testing

@testable import Lessons

/// Texts become windows of tokens.
@Suite struct TextTests {
  private func read(_ text: String, byWord: Bool = false, context: Int = 3, limit: Int = 1000) throws -> Table
  {
    try TextReader(byWord: byWord, context: context, limit: limit).table(Source(text, file: "tale.txt"))
  }

  @Test func `characters are numbered in order of their code points`() throws {
    let table = try read("abba c\n", context: 2)
    #expect(table.classNames == ["⏎", "␣", "a", "b", "c"] && table.classes == 5 && table.hasTokens)
    #expect(table.rows == 5 && table.columns == 2)
    #expect(table.features == [2, 3, 3, 3, 3, 2, 2, 1, 1, 4])
    #expect(table.targets == [3, 2, 1, 4, 0])
  }

  @Test func `words, numbers and marks are tokens, spaces are none`() throws {
    let table = try read("Don't stop,  42 times!\n'Stop'", byWord: true, context: 1)
    #expect(table.classNames == ["!", "'", ",", "42", "Don't", "Stop'", "stop", "times"])
    #expect(table.rows == 7)
  }

  @Test func `what follows the most tokens is not read`() throws {
    #expect(try read("abcdef", limit: 4).classNames == ["a", "b", "c", "d"])
    #expect(try read("a b c d e", byWord: true, context: 1, limit: 3).rows == 2)
  }

  @Test func `a text that is no longer than the window is refused`() {
    #expect(throws: DataFault.self) { try read("abc") }
    #expect(throws: DataFault.self) { try read("a b", byWord: true, context: 2) }
  }

  @Test func `a line end of two bytes is one character`() throws {
    #expect(try read("ab\r\ncd").classNames == ["⏎", "a", "b", "c", "d"])
  }

  /// A lesson that learns what comes next in `text`.
  private static let changes = [
    (old: "make_moons: { n_samples: 60, noise: 0.1 }", new: "text: { path: tale.txt, context: 4 }"),
    (old: "{ test_size: 0.25 }\n- StandardScaler", new: "{ test_size: 0.25, shuffle: false }"),
    (
      old: "- Linear: { out_features: 8 }\n  - ReLU\n  - Linear: { out_features: 2 }",
      new: """
      - Embedding: { num_embeddings: 11, embedding_dim: 8 }
        - RNN: { hidden_size: 16, batch_first: true, returns: h_n }
        - Linear: { out_features: 11 }
      """
    ),
    (old: "epochs: 6", new: "epochs: 12"), (old: "T_max: 3", new: "T_max: 12"),
  ]

  @Test func `a model learns the next character`() throws {
    let lesson = try Small.lesson(Self.changes)
    let text = String(repeating: "the cat sat on a mat. ", count: 12)
    let (table, diagnostics) = lesson.table([Array(text.utf8)])
    #expect(diagnostics.isEmpty && table?.classes == 11)
    let trace = try lesson.pipeline.run(table: table)
    #expect((trace.epochs.last?.valAccuracy ?? 0) > 0.8)
    #expect(trace.load.hasTokens && trace.load.classNames.contains("␣"))
  }

  @Test func `a text that is none is told at its lines`() throws {
    let lesson = try Small.lesson(Self.changes)
    #expect(lesson.table([[0xFF, 0x41, 0x42, 0x43, 0x44, 0x45]]).diagnostics.codes == [.invalidUTF8])
    #expect(lesson.table([Array("abc".utf8)]).diagnostics.codes == [.invalidData])
  }
}
