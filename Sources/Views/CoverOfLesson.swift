public import Lessons

extension Cover {
  /// The cover of a lesson that was put to its run.
  public init(_ checked: Checked) {
    let lesson = checked.lesson
    let front = lesson.frontMatter
    let prose = Prose(checked: checked, view: "")
    let first = lesson.introduction.lazy.compactMap { block -> String? in
      if case .paragraph(let text) = block.content { prose.plain(text) } else { nil }
    }.first
    self.init(
      language: front.language, title: front.title, badges: [front.subject, front.field].compactMap { $0 },
      minutes: front.minutes ?? lesson.minutes, summary: front.summary ?? first ?? "", seed: front.seed,
      claims: checked.claims.map { Claim(text: $0.text, line: $0.line) },
      slug: lesson.source.file.fileStem)
  }
}

extension Lesson {
  /// Reading time: 180 words a minute, and one minute per question.
  fileprivate var minutes: Int {
    let prose = introduction + sections.flatMap(\.blocks)
    let words = prose.inlines.plainText.split(whereSeparator: \.isWhitespace).count
    return max(1, (words + 179) / 180 + (quiz?.questions.count ?? 0))
  }
}

extension String {
  /// A path's last part without its ending.
  fileprivate var fileStem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }
}
