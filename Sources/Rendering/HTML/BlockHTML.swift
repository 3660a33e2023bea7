import Views

extension Block {
  /// The part as markup; `view` is the name of the view that it is in, and begins the names it gives.
  func html(in view: String) -> HTML {
    switch self {
    case .heading(let level, let text, let anchor): Self.heading(level, text.html, anchor)
    case .paragraph(let text): "<p>\(text.html)</p>\n"
    case .list(let start, let items): Self.list(start, items, in: view)
    case .quote(let blocks): "<blockquote>\(blocks.html(in: view))</blockquote>\n"
    case .code(let language, let text):
      "<pre class=\"scroll\" data-language=\"\(language)\"><code>\(text)</code></pre>\n"
    case .formula(let source): "<div class=\"formula scroll\">\(HTML(formula: source, isBlock: true))</div>\n"
    case .table(let table): table.html
    case .tensor(let tensor): tensor.html
    case .chart(let chart): chart.html(in: view)
    case .histogram(let histogram): histogram.html
    case .bars(let bars): bars.figure
    case .scatter(let scatter): scatter.html
    case .graph(let graph): graph.html
    case .image(let pixels): pixels.html
    case .question(let question): question.html(in: view)
    case .cards(let cards): cards.html(in: view)
    case .goals(let goals): goals.html
    case .script(let script): script.html
    case .note(let note):
      "<aside class=\"note \(note.kind.rawValue)\"><h2>\(note.title)</h2>\(note.blocks.html(in: view))</aside>\n"
    case .stages(let stages): stages.html(in: view)
    case .steps(let steps): steps.html(in: view, level: 3)
    case .controls(let controls): controls.html
    case .disclosure(let summary, let blocks):
      "<details><summary>\(summary.html)</summary>\(blocks.html(in: view))</details>\n"
    }
  }

  private static func heading(_ level: Int, _ text: HTML, _ anchor: String) -> HTML {
    let level = min(max(level, 2), 4)
    return "<h\(level) id=\"\(anchor)\">\(text)</h\(level)>\n"
  }

  private static func list(_ start: Int?, _ items: [[Block]], in view: String) -> HTML {
    let items = HTML(items.map { "<li>\($0.html(in: view))</li>\n" })
    guard let start else { return "<ul>\(items)</ul>\n" }
    return "<ol start=\"\(start)\">\(items)</ol>\n"
  }
}

extension [Block] {
  /// The parts in order; questions that follow one another are one quiz, pictures stand side by side.
  func html(in view: String) -> HTML {
    var html: HTML = ""
    var group: Block.Group?
    var level = 2
    for block in self {
      if block.group != group {
        html += group?.end ?? ""
        html += block.group?.start ?? ""
      }
      group = block.group
      if case .heading(let found, _, _) = block { level = found }
      if case .steps(let steps) = block {
        html += steps.html(in: view, level: level + 1)
      } else {
        html += block.html(in: view)
      }
    }
    html += group?.end ?? ""
    return html
  }
}

extension Block {
  /// What parts of one kind that follow one another make together.
  fileprivate enum Group {
    case quiz, pictures

    var start: HTML { self == .quiz ? "<div class=\"quiz\">\n" : "<div class=\"pictures\">\n" }
    var end: HTML { self == .quiz ? "<p class=\"score\" role=\"status\"></p></div>\n" : "</div>\n" }
  }

  fileprivate var group: Group? {
    switch self {
    case .question: .quiz
    case .image: .pictures
    default: nil
    }
  }
}

extension Caption {
  /// A figure: its name, what draws it, the sentence that reads it, and the disclosure of its data.
  func figure(_ kind: HTML, _ drawing: HTML, data: HTML = "") -> HTML {
    """
    <figure class="\(kind) \(hue)"><figcaption><b>\(name)</b></figcaption>
    \(drawing)<p>\(reading)</p>\(data)</figure>

    """
  }

  /// A data table behind a disclosure; without one, the switch that shows the numbers of the figure's cells.
  static func disclosure(_ table: HTML? = nil) -> HTML {
    let content = table.map { "<div class=\"scroll\">\($0)</div>" as HTML } ?? ""
    return "<details class=\"data\"><summary>Data</summary>\(content)</details>"
  }

  /// A plain data table of one line per row.
  static func dataTable(_ columns: [String], rows: [HTML], caption: String? = nil) -> HTML {
    let titles = columns.map { title -> HTML in "<th>\(title)</th>" }
    let caption: HTML = caption.map { "<caption>\($0)</caption>" } ?? ""
    return "<table>\(caption)<thead><tr>\(titles)</tr></thead><tbody>\(rows)</tbody></table>"
  }
}
