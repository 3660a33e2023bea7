import Views

extension Course.Neighbours {
  /// The line above a lesson that leads to the others; nothing for a lesson on its own.
  var above: HTML {
    guard count > 1 else { return "" }
    return """
      <nav class="place" aria-label="Course"><a href="index.html">All lessons</a>\
      <span>\(number) of \(count)</span>\
      \(previous?.link("Previous", relation: "prev") ?? "")\(next?.link("Next", relation: "next") ?? "")</nav>

      """
  }

  /// What to read first; nothing where nothing is required.
  var readFirst: HTML {
    guard !required.isEmpty else { return "" }
    let links = required.enumerated().map { place, lesson -> HTML in
      "\(", ", if: place > 0)<a href=\"\(lesson.slug.pageAddress)\">\(lesson.title)</a>"
    }
    return "<p class=\"first\">Read first: \(links)</p>\n"
  }

  /// The lessons before and after, below a lesson; nothing for a lesson on its own.
  var below: HTML {
    guard count > 1 else { return "" }
    return """
      <nav class="around" aria-label="Lessons before and after">\
      \(previous?.box("Previous", relation: "prev") ?? "")\(next?.box("Next", relation: "next") ?? "")</nav>

      """
  }
}

extension Course.Entry {
  fileprivate func link(_ word: String, relation: HTML) -> HTML {
    "<a rel=\"\(relation)\" href=\"\(slug.pageAddress)\" title=\"\(title)\">\(word)</a>"
  }

  fileprivate func box(_ word: String, relation: HTML) -> HTML {
    """
    <a rel="\(relation)" href="\(slug.pageAddress)"><span>\(word)</span>\
    <b lang="\(language)">\(title)</b></a>
    """
  }
}
