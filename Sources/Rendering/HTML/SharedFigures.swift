/// Figures that come again in another view are drawn once: elsewhere a link leads to them,
/// and the script puts a copy there.
struct SharedFigures {
  /// The views' markup, in the order that was given.
  private(set) var views: [String]

  /// The `views`; a figure stays in the view at `home` where that has it, else in the first that does.
  init(_ views: [String], home: Int) {
    self.views = views
    let order = [home] + views.indices.filter { $0 != home }
    let parts = views.map(Self.parts)
    // Where a figure stands, and its number if another view has it too.
    var places: [ArraySlice<UInt8>: (home: Int, number: Int?)] = [:]
    var count = 0
    for view in order {
      for figure in parts[view] where figure.isFigure {
        let place = places[figure.markup]
        guard place?.number == nil, place?.home != view else { continue }
        if place != nil { count += 1 }
        places[figure.markup] = (place?.home ?? view, place.map { _ in count })
      }
    }
    var named: Set<Int> = []
    for view in order {
      self.views[view] = parts[view].map { part in
        guard part.isFigure, let place = places[part.markup], let number = place.number else {
          return part.text
        }
        if place.home != view { return part.link(to: number) }
        return named.insert(number).inserted ? part.named(number) : part.text
      }.joined()
    }
  }

  /// A figure or a chart, or what stands before one.
  private struct Part {
    let markup: ArraySlice<UInt8>
    let isFigure: Bool

    var text: String { String(decoding: markup, as: UTF8.self) }

    func named(_ number: Int) -> String {
      let text = text
      let end = text.firstIndex(of: " ") ?? text.endIndex
      return "\(text[..<end]) id=\"figure-\(number)\"\(text[end...])"
    }

    func link(to number: Int) -> String {
      "<p class=\"same\"><a href=\"#figure-\(number)\">\(name)</a></p>\n"
    }

    /// What it is called, as markup.
    private var name: Substring {
      let markup = text
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
    let bytes = Array(view.utf8)
    var (parts, rest, at): ([Part], Int, Int) = ([], 0, 0)
    func part(_ range: Range<Int>, isFigure: Bool) {
      parts.append(Part(markup: bytes[range], isFigure: isFigure))
    }
    while let start = bytes.next("<", from: at) {
      at = start + 1
      let isFigure = bytes.has("<figure class=\"", at: start)
      guard isFigure || bytes.has("<div class=\"chart\"", at: start) else { continue }
      at = end(of: isFigure ? "figure" : "div", in: bytes, from: start)
      part(rest..<start, isFigure: false)
      part(start..<at, isFigure: true)
      rest = at
    }
    part(rest..<bytes.count, isFigure: false)
    return parts
  }

  /// The place after the end tag of the element that begins at `start`.
  private static func end(of tag: String, in bytes: [UInt8], from start: Int) -> Int {
    var (depth, at) = (0, start)
    while let next = bytes.next("<", from: at) {
      at = next + 1
      if bytes.has("<\(tag)", at: next) { depth += 1 }
      guard bytes.has("</\(tag)", at: next) else { continue }
      depth -= 1
      if depth == 0 { return bytes.next(">", from: at).map { $0 + 1 } ?? bytes.count }
    }
    return bytes.count
  }
}

extension [UInt8] {
  fileprivate func next(_ letter: Unicode.Scalar, from start: Int) -> Int? {
    self[Swift.min(start, count)...].firstIndex(of: UInt8(ascii: letter))
  }

  fileprivate func has(_ text: String, at place: Int) -> Bool { self[place...].starts(with: text.utf8) }
}
