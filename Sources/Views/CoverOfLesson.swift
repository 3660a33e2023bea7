import Engine
public import Lessons

extension Cover {
  /// The cover of a lesson that was put to its run.
  public init(_ checked: Checked) {
    let lesson = checked.lesson
    let front = lesson.frontMatter
    self.init(
      language: front.language, title: lesson.title, badges: [front.subject, front.field].compactMap { $0 },
      minutes: lesson.minutes, summary: Prose(checked: checked, view: "").plain(lesson.summary),
      seed: checked.trace.pipeline.seed,
      claims: checked.claims.map { Claim(text: $0.isTrue ? $0.text : "not (\($0.text))", line: $0.line) },
      slug: lesson.source.file.fileStem)
    settings = checked.settings
  }
}

extension String {
  /// A path's last part without its ending.
  fileprivate var fileStem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }
}
