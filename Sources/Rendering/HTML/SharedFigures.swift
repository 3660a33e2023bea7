/// Figures that come again in another view are drawn once: elsewhere a link leads to them, and the script puts a copy there.
struct SharedFigures {
  /// The views' markup, in the order that was given.
  private(set) var views: [String]

  /// The `views`; a figure stays in the view at `home` where that has it, else in the first that does.
  init(_ views: [String], home: Int) {
    self.views = views
    let order = [home] + views.indices.filter { $0 != home }
    let parts = views.map(Self.parts)
    var homes: [Substring: Int] = [:]
    var numbers: [Substring: Int] = [:]
    for view in order {
      for part in parts[view] where part.isFigure {
        if homes[part.markup, default: view] != view, numbers[part.markup] == nil {
          numbers[part.markup] = numbers.count + 1
        }
        if homes[part.markup] == nil { homes[part.markup] = view }
      }
    }
    var named: Set<Int> = []
    for view in order {
      self.views[view] = parts[view].map { part in
        guard part.isFigure, let number = numbers[part.markup] else { return String(part.markup) }
        if homes[part.markup] != view { return part.link(to: number) }
        return named.insert(number).inserted ? part.named(number) : String(part.markup)
      }.joined()
    }
  }

  /// A figure or a chart, or what stands before one.
  private struct Part {
    let markup: Substring
    let isFigure: Bool

    func named(_ number: Int) -> String {
      let end = markup.firstIndex(of: " ") ?? markup.endIndex
      return "\(markup[..<end]) id=\"figure-\(number)\"\(markup[end...])"
    }

    func link(to number: Int) -> String {
      "<p class=\"same\"><a href=\"#figure-\(number)\">\(name)</a></p>\n"
    }

    /// What it is called, as markup.
    private var name: Substring {
      for (start, end) in [("<b>", "</b>"), ("<caption>", "</caption>")] {
        if let start = markup.firstRange(of: start), let end = markup[start.upperBound...].firstRange(of: end)
        {
          return markup[start.upperBound..<end.lowerBound]
        }
      }
      return "The figure"
    }
  }

  private static func parts(_ view: String) -> [Part] {
    var parts: [Part] = []
    var rest = view[...]
    while let start = rest.firstMatch(of: /<figure class="|<div class="chart"/)?.range.lowerBound {
      let tag = rest[start...].hasPrefix("<figure") ? "figure" : "div"
      let end = Self.end(of: tag, in: rest[start...])
      parts += [
        Part(markup: rest[..<start], isFigure: false), Part(markup: rest[start..<end], isFigure: true),
      ]
      rest = rest[end...]
    }
    return parts + [Part(markup: rest, isFigure: false)]
  }

  /// The place after the end tag of the element that `markup` begins with.
  private static func end(of tag: String, in markup: Substring) -> Substring.Index {
    var depth = 0
    var rest = markup
    while let next = rest.firstRange(of: "\(tag)") {
      let before = rest[..<next.lowerBound]
      depth += before.hasSuffix("</") ? -1 : before.hasSuffix("<") ? 1 : 0
      rest = rest[next.upperBound...]
      if depth == 0 { return rest.firstIndex(of: ">").map(rest.index(after:)) ?? rest.endIndex }
    }
    return rest.endIndex
  }
}
