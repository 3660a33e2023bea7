import Testing
import Views

@testable import Rendering

/// Text from a lesson never becomes markup, wherever it stands.
@Suite struct `Hostile text in HTML` {
  private static let hostile =
    "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script>&amp;{{title}}\u{0}"

  @Test func `no slot of the page lets text become markup`() throws {
    let plain = try HTMLSamples.page.html(HTMLSamples.assets())
    let html = try Self.page.html(HTMLSamples.assets())
    #expect(!html.contains("<img"))
    #expect(!html.contains("alert(1)>"))
    #expect(html.components("<script") == plain.components("<script"))
    #expect(html.components("</script") == plain.components("</script"))
    #expect(!html.contains("\u{0}"))
    #expect(html.components("&lt;img src=x onerror=alert(1)&gt;") > 60)
  }

  @Test func `the index lets no text become markup`() throws {
    let text = Self.hostile
    let lesson = { (slug: String, requires: [String]) in
      Course.Entry(
        slug: slug + text, language: text, title: text, summary: text, subject: text, field: slug,
        requires: requires, sections: [.init(anchor: text, view: text, title: text, text: text, words: text)])
    }
    let course = Course([lesson("a", []), lesson("b", ["a" + text])])
    let html = course.html(title: text, try HTMLSamples.assets())
    let page = Self.page.html(try HTMLSamples.assets(), neighbours: course.neighbours(of: "b" + text))
    #expect(!html.contains("<img") && !page.contains("<img"))
    #expect(html.components("</script") == 2 && page.components("</script") == 2)
    #expect(!html.contains("\u{0}"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x", "\u{1}javascript:x",
  ])
  func `a link of another scheme is text`(destination: String) {
    #expect(Inline.link(destination: destination, text: [.text("here")]).html == "here")
  }

  @Test(arguments: [
    "https://a.b/c?d=e:f", "mailto:a@b.c", "other.html", "#visual-stage-1", "a/b:c", "HTTP://x.y",
  ])
  func `a link to a page, a mail address or a place is one`(destination: String) {
    #expect(Inline.link(destination: destination, text: [.text("here")]).html.markup.hasPrefix("<a href="))
  }

  /// A page with the hostile text in every slot that holds text.
  private static let page: Page = {
    let text = hostile
    let inline: [Inline] = [
      .text(text), .emphasis([.text(text)]), .strong([.text(text)]), .strikethrough([.text(text)]),
      .code(text),
      .link(destination: text, text: [.text(text)]),
      .link(destination: "https://x.y/" + text, text: [.text(text)]),
      .value(text: text, expression: text), .claim(expression: text), .formula(text),
      .symbol(text, index: text),
      .formula("\\text{\(text)}"),
    ]
    let caption = Caption(text, reading: text, hue: .load)
    let cell = Tensor.Cell(1, text: text)
    let bars = Bars(caption: caption, bars: [.init(label: inline, value: 1, text: text)], full: 1)
    let unit = Step.UnitSum(title: text, parts: [.init(terms: bars, equation: text)])
    let figures: [Block] = [
      .table(Table(caption: text, columns: [.init(inline)], rows: [.init([inline], epoch: 1)])),
      .tensor(
        Tensor(caption: caption, columns: [inline], rows: [.init(title: text, cells: [cell])], scale: 1)),
      .chart(
        Chart(
          axis: text, x: [1, 2],
          panels: [
            .init(
              caption: caption, axis: text,
              series: [
                .init(name: text, values: [1, 2], texts: [text, text]),
                .init(name: text, values: [1, 2], texts: [text, text]),
              ], ticks: [cell])
          ], anchor: text)), .histogram(Histogram(caption: caption, lower: cell, upper: cell, counts: [1])),
      .bars(bars),
      .scatter(
        Scatter(caption: caption, axes: [text, text], classes: [text], points: [.init(x: 1, y: 1, group: 0)])),
      .graph(Graph(caption: caption, nodes: [.init(title: text, detail: text)], edges: [text, text])),
      .image(Pixels(caption: caption, rows: 1, columns: 1, values: [1], range: 0...1, isSigned: false)),
    ]
    let step = Step(
      number: 1, title: text, detail: text, shape: text, facts: [text],
      strip: .init(caption: caption, cells: [cell], scale: 1, chosen: 0, unit: unit))
    let option = Question.Option(
      text: inline, isRight: true, feedback: [.paragraph(inline)], proof: .init(anchor: text, text: text))
    func question(_ answer: Question.Answer) -> Block {
      .question(
        Question(
          number: 1, count: 1, prompt: inline, body: [.paragraph(inline)], answer: answer,
          explanation: [.paragraph(inline)]))
    }
    let blocks: [Block] =
      [
        .heading(level: 2, text: inline, anchor: text), .paragraph(inline),
        .list(start: nil, items: [[.paragraph(inline)]]),
        .quote([.paragraph(inline)]), .code(language: text, text: text), .formula(text),
        .stages([
          Stage(hue: .load, number: 1, title: text, summary: text, input: text, output: text, blocks: figures)
        ]), .steps([step]), .note(Note(.insight, title: text, blocks: [.paragraph(inline)])),
        .disclosure(summary: inline, blocks: [.paragraph(inline)]),
        .controls(ControlsSample.controls(text)),
        .cards([
          Card(front: inline, body: [.paragraph(inline)], back: [.paragraph(inline)]),
          Card(front: inline, back: [], question: .init(view: text, number: 1)),
        ]),
        .goals(Goals(targets: [.init(text: text, reading: text, isMet: true, condition: text)])),
        .script(Script(file: text, text: text)), question(.options([option], isMultiple: false)),
        question(.number(value: 1, tolerance: 0, text: text)),
        question(.text([text])), question(.ordering(items: [inline], order: [0])),
      ]
    return Page(
      cover: Cover(
        language: text, title: text, badges: [text], minutes: 1, summary: text, seed: 1,
        claims: [.init(text: text, line: 1)], slug: text),
      documents: [
        Document(name: text, title: text, blocks: blocks), Document(name: "b", title: text, blocks: []),
      ])
  }()
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
