// Style and behaviour as a page carries them: the same, in fewer bytes.

extension String {
  /// CSS without comments, indentation and the blanks that separate nothing.
  var compactCSS: String {
    let css = Array(utf8)
    var compact: [UInt8] = []
    compact.reserveCapacity(css.count)
    var isBlank = false
    var i = 0
    while i < css.count {
      if css[i] == UInt8(ascii: "/"), i + 1 < css.count, css[i + 1] == UInt8(ascii: "*") {
        i += 2
        while i + 1 < css.count, css[i] != UInt8(ascii: "*") || css[i + 1] != UInt8(ascii: "/") { i += 1 }
        i += 2
        continue
      }
      defer { i += 1 }
      if css[i] == UInt8(ascii: " ") || css[i] == UInt8(ascii: "\n") {
        isBlank = true
        continue
      }
      let ends = "{};".utf8.contains(css[i])
      let begins = compact.last.map { "{};:,".utf8.contains($0) } ?? true
      if isBlank && !ends && !begins { compact.append(UInt8(ascii: " ")) }
      if css[i] == UInt8(ascii: "}"), compact.last == UInt8(ascii: ";") { compact.removeLast() }
      compact.append(css[i])
      isBlank = false
    }
    return String(decoding: compact, as: UTF8.self)
  }

  /// JavaScript in a closure of its own, compact.
  var closedJavaScript: String { "(() => {\n'use strict';\n\(compactJavaScript)\n})();" }

  /// JavaScript without indentation, blank lines and lines that are comments; no string may go over a line's end.
  var compactJavaScript: String {
    split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
      .joined(separator: "\n")
  }
}
