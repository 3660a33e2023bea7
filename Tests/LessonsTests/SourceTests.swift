import Testing

@testable import Lessons

@Suite struct SourceTests {
  @Test(arguments: ["a\nbc\n", "a\r\nbc\r\n", "a\rbc\r", "\u{FEFF}a\nbc\n"])
  func `line ends and a byte order mark move nothing`(text: String) {
    let source = Source(text, file: "a.md")
    #expect(source.text == "a\nbc\n")
    #expect(source.lineCount == 2)
    #expect(source.position(3) == Position(line: 2, column: 2))
  }

  @Test func `columns count characters, not bytes`() {
    let source = Source("größer ≥ 1\n", file: "a.md")
    #expect(source.position(source.bytes.count - 1).column == 11)
  }

  @Test func `offsets past the end are in the last line`() {
    let source = Source("a\nb", file: "a.md")
    #expect(source.position(3) == Position(line: 2, column: 2))
    #expect(source.lineRange(9) == SourceRange(3, 3))
  }

  @Test func `carets stand under wide characters and tabs`() throws {
    let text = "\t見る `? lr[1]` x\n"
    let source = Source(text, file: "wide.md")
    let start = try #require(text.utf8.firstRange(of: Array("? lr[1]".utf8))).lowerBound
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
    let diagnostic = Diagnostic(
      .falseClaim, "the claim does not hold", at: SourceRange(offset, offset + 7), in: source,
      label: "lr[1] = 0.1",
      notes: ["a note"], helps: ["a help"])
    try expectGolden(diagnostic.description, "wide-characters")
  }

  @Test func `a long line is cut around the carets, and control characters cannot reach the terminal`() throws
  {
    let text =
      String(repeating: "word ", count: 60) + "\u{1B}[31mHERE" + String(repeating: " word", count: 60)
    let source = Source(text, file: "long.md")
    let diagnostic = Diagnostic(.invalidValue, "long", at: SourceRange(305, 309), in: source)
    try expectGolden(diagnostic.description, "long-line")
    #expect(!diagnostic.description.contains("\u{1B}"))
  }

  @Test func `a diagnostic about a whole file names the file alone`() {
    let diagnostic = Diagnostic(.emptyFile, "the file is empty", file: "a.md")
    #expect(diagnostic.description == "error[GB001]: the file is empty\n  --> a.md\n")
  }

  @Test func `every code has its own number and a sentence`() {
    let numbers = Diagnostic.Code.allCases.map(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(
      Diagnostic.Code.allCases.allSatisfy { $0.number.hasPrefix("GB0") && $0.explanation.hasSuffix(".") })
  }

  @Test(
    arguments: [
      ("T_man", ["T_max", "eta_min"], "T_max"), ("tmax", ["T_max", "eta_min"], "T_max"),
      ("standardscaler", ["MinMaxScaler", "StandardScaler"], "StandardScaler"), ("ab", ["xyz"], nil),
      ("lr", ["loss", "lr_step"], nil), ("accurcay", ["accuracy", "val_accuracy"], "accuracy"),
    ] as [(String, [String], String?)])
  func `a misspelt word is taken for its nearest neighbour`(word: String, words: [String], meant: String?) {
    #expect(Suggestion.nearest(to: word, among: words) == meant)
  }
}
