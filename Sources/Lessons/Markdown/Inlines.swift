extension MarkdownReader {
  /// The runs of text in `node`, which is a paragraph, a heading or a table's cell.
  mutating func inlines(
    of node: CMarkNode, within range: SourceRange, depth: Int, _ diagnostics: inout Diagnostics
  ) -> [Inline] {
    guard depth < Self.deepest else {
      diagnostics.report(.tooLong, "emphasis nests deeper than \(Self.deepest) levels", at: range)
      return []
    }
    var found: [Inline] = []
    for child in node.children {
      guard let inline = inline(child, within: range, depth: depth + 1, &diagnostics) else { continue }
      if case .text(let more) = inline, case .text(let text) = found.last {
        found[found.count - 1] = .text(text + more)
      } else {
        found.append(inline)
      }
    }
    return found
  }

  private mutating func inline(
    _ node: CMarkNode, within range: SourceRange, depth: Int, _ diagnostics: inout Diagnostics
  ) -> Inline? {
    switch node.type {
    case "text": return node.literal.isEmpty ? nil : .text(node.literal)
    case "softbreak": return .text(" ")
    case "linebreak": return .lineBreak
    case "code": return code(node, within: range, &diagnostics)
    case "emph": return .emphasis(inlines(of: node, within: range, depth: depth, &diagnostics))
    case "strong": return .strong(inlines(of: node, within: range, depth: depth, &diagnostics))
    case "strikethrough": return .strikethrough(inlines(of: node, within: range, depth: depth, &diagnostics))
    case "html_inline": return node.literal.hasPrefix("<!--") ? nil : .text(node.literal)
    case "link": return link(node, within: range, depth: depth, &diagnostics)
    case "image":
      diagnostics.report(
        .image, "images are no part of a lesson", at: find("![", within: range, line: node.firstLine),
        helps: ["its figures come from the run; link to the image instead: [text](address)"])
      return nil
    default: return nil
    }
  }

  private mutating func code(
    _ node: CMarkNode, within range: SourceRange, _ diagnostics: inout Diagnostics
  ) -> Inline {
    let literal = node.literal
    guard let inside = spans.next(literal, from: range.lower, limit: range.upper) else {
      return .code(literal)
    }
    if let formula = formula(at: inside.lower) { return .math(formula) }
    let range = source.trimming(inside)
    let text = source.text(range)
    guard let sigil = text.first, text.count > 1 else { return .code(literal) }
    let body = SourceRange(range.lower + 1, range.upper)
    switch sigil {
    case "=" where !["=", ">"].contains(text.dropFirst().first):
      return ExpressionParser.value(body, within: range, of: source, &diagnostics) ?? .code(literal)
    case "?":
      return ExpressionParser.claim(body, within: range, of: source, &diagnostics) ?? .code(literal)
    default: return .code(literal)
    }
  }

  private mutating func link(
    _ node: CMarkNode, within range: SourceRange, depth: Int, _ diagnostics: inout Diagnostics
  ) -> Inline? {
    let children = inlines(of: node, within: range, depth: depth, &diagnostics)
    let destination = node.destination
    guard LinkPolicy.allows(destination) else {
      diagnostics.report(
        .forbiddenLink, "a link may not lead to \(destination.prefix(60))",
        at: find(destination, within: range, line: node.firstLine),
        helps: ["link to an http, https or mailto address, or to a relative path"])
      return .text(children.plainText)
    }
    return .link(destination: destination, children)
  }

  /// Where `text` stands in the block, from `line` on; the whole block when it is not found as written.
  private func find(_ text: String, within range: SourceRange, line: Int) -> SourceRange {
    let wanted = Array(text.utf8)
    let lower = max(range.lower, line > 0 ? source.lineRange(line).lower : 0)
    guard !wanted.isEmpty, lower + wanted.count <= range.upper else { return range }
    for start in lower...range.upper - wanted.count
    where source.bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return range
  }
}

/// Where links may lead: a lesson may come from a stranger.
enum LinkPolicy {
  /// Whether `destination` is an http, https or mailto address, a place in the page, or a relative path.
  static func allows(_ destination: String) -> Bool {
    guard destination.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 && $0 != "\\" }) else {
      return false
    }
    guard let colon = destination.firstIndex(of: ":") else { return !destination.hasPrefix("/") }
    let scheme = destination[..<colon]
    if scheme.contains(where: { "/?#".contains($0) }) { return !destination.hasPrefix("/") }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }
}

extension Source {
  /// `range` without white space at either end.
  func trimming(_ range: SourceRange) -> SourceRange {
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 10 }
    var lower = range.lower
    var upper = range.upper
    while lower < upper && isSpace(bytes[lower]) { lower += 1 }
    while upper > lower && isSpace(bytes[upper - 1]) { upper -= 1 }
    return SourceRange(lower, upper)
  }
}
