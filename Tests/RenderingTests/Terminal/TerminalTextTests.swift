import Foundation
import Testing
import Views

@testable import Rendering

struct TerminalTextTests {
  @Test(arguments: [
    ("abc", 3), ("äöü", 3), ("a\u{308}", 1), ("学習率", 6), ("한국어", 6), ("\u{1112}\u{1161}\u{11ab}", 2),
    ("👩‍🔬", 2),
    ("🇪🇸", 2), ("❤\u{fe0f}", 2), ("−→…×", 4), ("⠿█─", 3), ("\u{200b}", 0), ("ﬁ", 1), ("ｆ", 2), ("𠀀", 2),
    ("", 0),
  ]) func `columns are those of a terminal`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    ("\u{1b}[31mred\u{1b}[0m", "␛[31mred␛[0m"), ("bell\u{7}", "bell␇"), ("\u{9b}2J", "\u{fffd}2J"),
    ("a\tb\r\nc", "a b c"),
    ("\u{202e}evil\u{2066}", "evil"), ("\u{feff}bom", "bom"), ("del\u{7f}", "del␡"), ("👩‍🔬", "👩‍🔬"),
  ]) func `control characters are shown, not sent`(text: String, clean: String) {
    #expect(TextCleaner().clean(text) == clean)
  }

  @Test(arguments: [
    ("−1.5 → 0 ± ½", "-1.5 -> 0 +/- 1/2"), ("x₁₉ · w²", "x_19 . w^2"), ("η ≤ Σ", "eta <= Sigma"),
    ("Größe “é”", "Grosse \"e\""),
    ("学", "??"), ("┌─┐│█", "+-+|#"), ("10⁻³", "10^-3"), ("\u{1b}[0m", "?[0m"), ("e\u{301}", "e"),
    ("ηₜ", "eta_t"),
  ]) func `ASCII says the same`(text: String, ascii: String) {
    #expect(TextCleaner(.ascii).clean(text) == ascii)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one  two", 3, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("学習率は", 4, ["学習", "率は"]), ("a\nb", 9, ["a", "b"]), ("", 5, [""]), ("a b\u{a0}c", 3, ["a", "b\u{a0}c"]),
  ]) func `text breaks at spaces and between wide characters`(text: String, columns: Int, lines: [String]) {
    let wrapped = TextWrap(columns: columns).lines([TextRun(text: text, look: .plain)])
    #expect(wrapped.map { $0.encoded(.none) } == lines)
  }

  @Test func `a formula too long for its line is broken at its gaps`() {
    let renderer = TerminalRenderer(TerminalStyle(width: 24))
    let lines = renderer.formula(#"x = a + b + c \qquad y = d + e + f"#, width: 24)
    #expect(lines.map { $0.encoded(.none) } == ["    x = a + b + c", "    y = d + e + f"])
    #expect(
      renderer.formula(#"x = a \quad y = b"#, width: 24).map { $0.encoded(.none) } == ["    x = a  y = b"])
  }

  @Test func `the numbers at the ends of two lines stand as the lines do`() throws {
    let lines = TerminalRenderer(TerminalStyle(width: 60)).lines(
      Chart(
        axis: "epoch", x: [1, 2],
        panels: [
          Chart.Panel(
            caption: Caption("Loss", reading: "", hue: .train), axis: "Loss",
            series: [
              .init(name: "lower", values: [1, 0.45], texts: ["1", "0.45"]),
              .init(name: "upper", values: [1, 0.46], texts: ["1", "0.46"], isSecondary: true),
            ], ticks: [Tensor.Cell(0, text: "0"), Tensor.Cell(1, text: "1")])
        ]), width: 60
    ).map { $0.encoded(.none) }
    let (upper, lower) = (
      try #require(lines.firstIndex { $0.hasSuffix(" 0.46") }),
      try #require(lines.firstIndex { $0.hasSuffix(" 0.45") })
    )
    #expect(upper + 1 == lower)
  }

  @Test(arguments: [24, 80]) func `code is never broken, and a script begins at the margin`(width: Int) {
    let long =
      "x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.2, random_state=42, stratify=y)"
    let source = "def f():\n    \(long)\n\n\(long)\n"
    let renderer = TerminalRenderer(TerminalStyle(width: width))
    let lines = { (blocks: [Block]) in
      renderer.text(blocks).split(separator: "\n", omittingEmptySubsequences: false)
    }
    #expect(renderer.text([.script(Script(file: "lesson", text: source))]) == source)
    #expect(
      lines([.quote([.code(language: "python", text: source)])])
        == ["▎     def f():", "▎         \(long)", "▎", "▎     \(long)", ""])
  }

  @Test func `lesson text cannot send an escape sequence from any block`() {
    let evil = "\u{1b}]0;owned\u{7}\u{9b}31m"
    let inline: [Inline] = [
      .text(evil), .code(evil), .link(destination: evil, text: [.text(evil)]), .formula(evil),
    ]
    let caption = Caption(evil, reading: evil, hue: .load)
    let blocks: [Block] = [
      .heading(level: 2, text: inline, anchor: ""), .paragraph(inline), .code(language: evil, text: evil),
      .formula(evil),
      .table(Table(caption: evil, columns: [.init(inline)], rows: [.init([inline])])),
      .tensor(
        Tensor(
          caption: caption, columns: [inline], rows: [.init(title: evil, cells: [.init(1, text: evil)])],
          scale: 1)),
      .graph(Graph(caption: caption, nodes: [.init(title: evil, detail: evil)], edges: [evil, evil])),
      .note(Note(.remark, title: evil, blocks: [])), .disclosure(summary: inline, blocks: []),
      .scatter(Scatter(caption: caption, axes: [evil, evil], classes: [evil, evil], points: [])),
      .stages([
        Stage(hue: .load, number: 1, title: evil, summary: evil, input: evil, output: evil, blocks: [])
      ]),
      .steps([Step(number: 1, title: evil, detail: evil, shape: evil, facts: [evil])]),
    ]
    let text = TerminalRenderer(TerminalStyle(), lesson: evil).text(blocks)
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || !(($0.value < 0x20) || (0x7f...0x9f).contains($0.value))
      })
  }

  @Test func `how to answer is shown by letters that there are`() {
    func asked(_ answer: Question.Answer) -> String {
      TerminalRenderer(TerminalStyle()).asking(
        Question(number: 1, count: 1, prompt: [.text("Which?")], body: [], answer: answer, explanation: []))
    }
    let option = Question.Option(text: [.text("this")], isRight: true, feedback: [])
    #expect(asked(.options([option, option], isMultiple: true)).contains("such as AB\n"))
    #expect(asked(.options([option, option, option], isMultiple: true)).contains("such as AC\n"))
    #expect(
      asked(.ordering(items: Array(repeating: [.text("a")], count: 2), order: [0, 1])).contains(
        "such as BA\n"))
  }

  @Test func `inks stand out from black and from white`() {
    func linear(_ byte: UInt32) -> Double {
      let share = Double(byte & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    for color in Hue.allCases.map({ TerminalColor($0) }) + [.soft, .good, .bad] {
      let luminance =
        0.2126 * linear(color.rgb >> 16) + 0.7152 * linear(color.rgb >> 8) + 0.0722 * linear(color.rgb)
      #expect((luminance + 0.05) / 0.05 > 4.4)
      #expect(1.05 / (luminance + 0.05) > 4.4)
    }
  }
}
