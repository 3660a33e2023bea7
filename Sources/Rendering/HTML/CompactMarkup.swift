extension HTML {
  /// The same elements in fewer bytes: without the end tags that HTML lets go,
  /// the quotes of plain attribute values, and the line ends between blocks.
  var compact: HTML { HTML(compacted: MarkupCompactor(markup.utf8).compact) }
}

/// Copies markup tag by tag; what is preformatted as it is.
private struct MarkupCompactor {
  private let markup: [UInt8]
  private var at = 0
  private var out: [UInt8] = []
  private var followsHead = false

  var compact: String { String(decoding: out, as: UTF8.self) }

  init(_ markup: some Sequence<UInt8>) {
    self.markup = Array(markup)
    out.reserveCapacity(self.markup.count)
    var last = ""
    while at < self.markup.count {
      guard self.markup[at] == UInt8(ascii: "<") else {
        copyText(after: last)
        continue
      }
      let end = tagEnd(at)
      last = name(at)
      if last == "pre" {
        copyPreformatted()
        last = "/pre"
      } else if !mayGo(last, end: end) {
        copyTag(end)
      }
      at = end > at ? end : at
      if last == "/thead" || last == "tbody" || last == "tr" { followsHead = last == "/thead" }
    }
  }

  /// Text up to the next tag; a line's end alone goes where a block is beside it.
  private mutating func copyText(after last: String) {
    let end = markup[at...].firstIndex(of: UInt8(ascii: "<")) ?? markup.count
    let isBlank = markup[at..<end].allSatisfy { $0 == UInt8(ascii: "\n") }
    if !(isBlank && (end == markup.count || last.isBlock || name(end).isBlock)) { out += markup[at..<end] }
    at = end
  }

  /// The place after the tag at `start`.
  private func tagEnd(_ start: Int) -> Int {
    var isQuoted = false
    for place in start..<markup.count {
      if markup[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if markup[place] == UInt8(ascii: ">") && !isQuoted { return place + 1 }
    }
    return markup.count
  }

  /// What the tag at `start` is called, with the slash of an end tag.
  private func name(_ start: Int) -> String {
    let letters = markup[(start + 1)...].prefix { $0 == UInt8(ascii: "/") || $0.isLetterOrDigit }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Whether the tag up to `end` says nothing that the next one does not.
  private func mayGo(_ tag: String, end: Int) -> Bool {
    switch tag {
    case "/td", "/th", "/tr", "/li", "/thead", "/tbody", "/dt", "/dd": return true
    case "tbody": return !followsHead && end - at == 7
    case "/p":
      guard let next = markup[end...].firstIndex(where: { $0 != UInt8(ascii: "\n") }) else { return false }
      return markup[next] == UInt8(ascii: "<") && name(next).endsParagraph
    default: return false
    }
  }

  private mutating func copyPreformatted() {
    let close = Array("</pre>".utf8)
    let end = markup.indices[at...].first { markup[$0...].starts(with: close) }
    out += markup[at..<(end.map { $0 + close.count } ?? markup.count)]
    at = end.map { $0 + close.count } ?? markup.count
  }

  /// The tag, with the quotes only of values that need them.
  private mutating func copyTag(_ end: Int) {
    var place = at
    while place < end {
      guard markup[place] == UInt8(ascii: "\""),
        let close = markup[(place + 1)..<end].firstIndex(of: UInt8(ascii: "\""))
      else {
        out.append(markup[place])
        place += 1
        continue
      }
      let value = markup[(place + 1)..<close]
      let isPlain = !value.isEmpty && value.allSatisfy(\.isPlain) && markup[close + 1] != UInt8(ascii: "/")
      out += isPlain ? value : markup[place...close]
      place = close + 1
    }
  }
}

extension String {
  private static let blocks: Set = [
    "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "caption", "div", "section", "header",
    "aside",
    "figure", "figcaption", "details", "summary", "fieldset", "legend", "blockquote", "pre", "h2", "h3", "h4",
    "h5", "h6",
  ]
  private static let ends: Set = [
    "p", "ul", "ol", "table", "div", "section", "header", "aside", "figure", "figcaption", "details",
    "fieldset",
    "blockquote", "pre", "h2", "h3", "h4", "h5", "h6",
  ]

  fileprivate var isBlock: Bool { Self.blocks.contains(hasPrefix("/") ? String(dropFirst()) : self) }

  /// Whether a paragraph ends before this tag of its own accord.
  fileprivate var endsParagraph: Bool { hasPrefix("/") ? self != "/a" && isBlock : Self.ends.contains(self) }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether the byte needs no quotes in an attribute's value.
  fileprivate var isPlain: Bool { isLetterOrDigit || "#%-_.,:;/()+*!".utf8.contains(self) || self >= 0x80 }
}
