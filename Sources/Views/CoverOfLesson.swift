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
      slug: lesson.slug)
    settings = checked.settings
  }
}
