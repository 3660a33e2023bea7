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
      let ends = "{};>,".utf8.contains(css[i])
      let begins = compact.last.map { "{};:,>".utf8.contains($0) } ?? true
      if isBlank && !ends && !begins { compact.append(UInt8(ascii: " ")) }
      if css[i] == UInt8(ascii: "}"), compact.last == UInt8(ascii: ";") { compact.removeLast() }
      compact.append(css[i])
      isBlank = false
    }
    return String(decoding: compact, as: UTF8.self)
  }
}
