extension Lesson {
  /// The lesson's title.
  public var title: String { frontMatter.title }

  /// What names the page of the lesson in `file`, and the lesson in its course:
  /// the file's name without its ending.
  public static func slug(ofFile file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  /// What names the lesson's page, and the lesson in its course.
  public var slug: String { Self.slug(ofFile: source.file) }

  /// One sentence: the front matter's, or the first paragraph.
  public var summary: [Inline] {
    if let summary = frontMatter.summary { return [.text(summary)] }
    for block in introduction { if case .paragraph(let inlines) = block.content { return inlines } }
    return []
  }

  /// Reading time: the front matter's, or 200 words a minute and half a minute for each question, rounded up.
  public var minutes: Int {
    if let minutes = frontMatter.minutes { return minutes }
    let prose = introduction + sections.flatMap(\.blocks)
    let words = prose.inlines.plainText.split(whereSeparator: \.isWhitespace).count
    let questions = (quiz?.questions.count ?? 0) + (challenge?.questions.count ?? 0)
    return max(1, (2 * words + 200 * questions + 399) / 400)
  }
}
