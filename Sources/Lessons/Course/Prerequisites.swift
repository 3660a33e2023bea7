/// What is wrong with the order in which the lessons of a course want to be read.
public enum Prerequisites {
  /// The mistakes in what `lessons` require: a lesson that is not there,
  /// and lessons that require one another.
  ///
  /// Lessons name one another by file name. One that is not in the course, whose slugs are `course`,
  /// is there all the same where `isBeside` finds its file beside the lesson that names it.
  public static func diagnostics(
    _ lessons: [Lesson], course: Set<String>, isBeside: (Requirement, Lesson) -> Bool
  ) -> [Diagnostic] {
    let absent = lessons.flatMap { lesson in
      lesson.frontMatter.requires.filter { !course.contains($0.slug) && !isBeside($0, lesson) }
        .map { missing($0, in: lesson, course) }
    }
    return absent + circles(lessons)
  }

  private static func missing(_ requirement: Requirement, in lesson: Lesson, _ course: Set<String>)
    -> Diagnostic
  {
    let others = course.subtracting([lesson.slug]).sorted()
    let nearest = Suggestion.nearest(to: requirement.slug, among: others)
    return Diagnostic(
      .missingLesson, "\(requirement.file) is neither among the lessons nor beside this one",
      at: requirement.range, in: lesson.source, helps: nearest.map { ["did you mean \($0).md?"] } ?? [])
  }

  /// Each circle once: where the first of its lessons names the next.
  private static func circles(_ lessons: [Lesson]) -> [Diagnostic] {
    let bySlug = Dictionary(lessons.map { ($0.slug, $0) }) { first, _ in first }
    var found: [Diagnostic] = []
    var told: Set<String> = []
    for lesson in lessons where !told.contains(lesson.slug) {
      for requirement in lesson.frontMatter.requires {
        guard let path = path(from: requirement.slug, to: lesson.slug, bySlug), told.isDisjoint(with: path)
        else { continue }
        told.formUnion(path)
        let message =
          path.count == 1
          ? "the lesson requires itself"
          : "the lessons require one another: "
            + ([lesson.slug] + path).map { $0 + ".md" }.joined(separator: " → ")
        found.append(
          Diagnostic(
            .circle, message, at: requirement.range, in: lesson.source,
            helps: ["leave out one of them, so that there is a lesson to begin with"]))
      }
    }
    return found
  }

  /// The shortest way from one lesson to another along what they require, both
  /// included; nil where there is none.
  private static func path(from start: String, to end: String, _ lessons: [String: Lesson]) -> [String]? {
    var origin = [start: start]
    var queue = [start]
    while !queue.isEmpty {
      let slug = queue.removeFirst()
      if slug == end {
        var path = [end]
        while let last = path.last, last != start, let before = origin[last] { path.append(before) }
        return path.reversed()
      }
      for next in lessons[slug]?.frontMatter.requires ?? [] where origin[next.slug] == nil {
        origin[next.slug] = slug
        queue.append(next.slug)
      }
    }
    return nil
  }
}
