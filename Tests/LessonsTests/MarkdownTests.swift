import Testing

@testable import Lessons

@Suite struct MarkdownTests {
  private func read(_ text: String) -> (blocks: [Block], diagnostics: [Diagnostic]) {
    let source = Source(text, file: "a.md")
    var diagnostics = Diagnostics(source)
    let blocks = MarkdownReader.read(source, hidden: 0, &diagnostics)
    return (blocks, diagnostics.sorted)
  }

  @Test func `inline runs keep their kinds`() {
    let inlines = read("a *b* **c** ~~d~~ `e` [f](g.md)  \nh").blocks.inlines
    #expect(
      inlines == [
        .text("a "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "),
        .strikethrough([.text("d")]), .text(" "), .code("e"), .text(" "),
        .link(destination: "g.md", [.text("f")]), .lineBreak, .text("h"),
      ])
  }

  @Test func `lists, quotes, tables, code and rules keep their kinds`() {
    let text =
      "1. a\n2. b\n\n> q\n\n- [x] t\n- [ ] u\n\n| A | B |\n| - | -: |\n| 1 | 2 |\n\n```py\nc\n```\n\n---\n"
    let blocks = read(text).blocks
    #expect(blocks.count == 6)
    guard case .list(let ordered) = blocks[0].content, case .quote = blocks[1].content,
      case .list(let tasks) = blocks[2].content, case .table(let table) = blocks[3].content
    else {
      Issue.record("\(blocks.map(\.content))")
      return
    }
    #expect(ordered.start == 1 && ordered.items.count == 2)
    #expect(tasks.items.map(\.isChecked) == [true, false])
    #expect(table.header == [[.text("A")], [.text("B")]])
    #expect(table.rows[0].cells == [[.text("1")], [.text("2")]])
    #expect(table.alignments == [.none, .right])
    #expect(blocks[4].content == .code(language: "py", text: "c\n"))
    #expect(blocks[5].content == .rule)
  }

  @Test(arguments: [
    ("a `= lr[1]` b", 1, 4), ("> quoted\n> and `= lr[1]`", 2, 8), ("- item\n  next `= lr[1]`", 2, 9),
    ("a `x` *b `= lr[1]`*", 1, 11), ("``` ` ``` `= lr[1]`", 1, 12),
    ("| A | B |\n|-|-|\n| 1 | `= lr[1]` |", 3, 8),
    ("\\` `= lr[1]`", 1, 5), ("größe `= lr[1]`", 1, 8), ("`= x` and\n   more `= lr[1]`", 2, 10),
  ])
  func `a value knows its place wherever it stands`(text: String, line: Int, column: Int) throws {
    let source = Source(text, file: "a.md")
    let value = try #require(read(text).blocks.inlines.values.last)
    #expect(value.text == "lr[1]")
    #expect(source.position(value.range.lower) == Position(line: line, column: column))
    #expect(source.text(value.range) == "= lr[1]")
  }

  @Test func `a bar in a table is escaped and still opens a format`() throws {
    let value = try #require(read("| A |\n| - |\n| `= lr[1] \\| percent` |\n").blocks.inlines.values.first)
    #expect(value.format == .percent)
    #expect(value.text == "lr[1]")
  }

  @Test(arguments: ["`==`", "`== 1`", "`=>`", "`=`", "`?`", "`x = 1`"])
  func `code that only looks like a value stays code`(text: String) {
    let (blocks, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(blocks.inlines == [.code(String(text.dropFirst().dropLast()))])
  }

  @Test(arguments: [
    ("$a_b + c_d$", "a_b + c_d"), ("$\\{x\\}\\,y$", "\\{x\\}\\,y"), ("x $\\frac{1}{2}$.", "\\frac{1}{2}"),
    ("| A |\n|-|\n| $a_1$ |", "a_1"), ("*see* $x*y*z$", "x*y*z"), ("> $x\n> + y$", "x\n> + y"),
  ])
  func `formulas keep what Markdown would take`(text: String, formula: String) {
    let inlines = read(text).blocks.inlines
    #expect(inlines.contains(.math(formula)), "\(inlines)")
  }

  @Test func `a formula on lines of its own may begin lines with signs`() {
    let (blocks, diagnostics) = read("a\n\n$$\nx\n- y\n+ z\n= 1\n$$\n\nb")
    #expect(diagnostics.isEmpty)
    #expect(blocks.map(\.content)[1] == .math("x\n- y\n+ z\n= 1"))
    #expect(blocks.count == 3)
  }

  @Test(arguments: [
    "costs $5 and $6", "from 3$ to 4$", "a $ b $ c", "\\$x\\$", "`$x$`", "    $x$", "```\n$x$\n```",
    "$5 `= lr[1]` $6",
  ])
  func `a dollar sign is not always a formula`(text: String) {
    let inlines = read(text).blocks.inlines
    #expect(!inlines.contains { if case .math = $0 { true } else { false } })
    #expect(!inlines.plainText.contains("xx"))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("a <b onclick=x>c</b>", "a <b onclick=x>c</b>"),
    ("<!-- a note -->", ""), ("a <!-- note --> b", "a  b"), ("<!-- a -->\n<i>", "<i>"), ("&lt;i&gt;", "<i>"),
  ])
  func `raw HTML is the text that it is, and comments are left out`(text: String, shown: String) {
    #expect(read(text).blocks.inlines.plainText == shown)
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:x)", "[a](data:text/html,x)", "[a](file:///etc/passwd)",
    "[a](//host/x)", "[a](&#106;avascript:x)", "[a](vbscript:x)", "<ftp://x.y>", "[a](/etc/passwd)",
  ])
  func `links lead to web and mail addresses and relative paths alone`(text: String) {
    let (blocks, diagnostics) = read(text)
    #expect(diagnostics.codes == [.forbiddenLink])
    #expect(!blocks.inlines.contains { if case .link = $0 { true } else { false } })
  }

  @Test(arguments: [
    "[a](https://a.b/c?d=e:f)", "<mailto:a@b.c>", "[a](next.md)", "[a](../a/b.md#c)", "[a](#part)",
    "https://a.b",
  ])
  func `other links stay`(text: String) {
    let (blocks, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(blocks.inlines.contains { if case .link = $0 { true } else { false } })
  }

  @Test func `deep nesting is told, and does not crash`() {
    #expect(read(String(repeating: "> ", count: 5000) + "x").diagnostics.codes.contains(.tooLong))
    #expect(read(String(repeating: "- ", count: 3000) + "x").diagnostics.codes.contains(.tooLong))
    let emphasis = String(repeating: "*a **b ", count: 2000) + String(repeating: "** *", count: 2000)
    #expect(read(emphasis).diagnostics.codes.allSatisfy { $0 == .tooLong })
    _ = read(String(repeating: "[", count: 50_000))
    _ = read(String(repeating: "`", count: 3) + String(repeating: "$", count: 9000))
  }
}
