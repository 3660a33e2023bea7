import Lessons
import Views

/// Runs the lessons of a command line, and looks at what they require of one another.
struct CourseRunner {
  /// Where the lessons are.
  let paths: [String]
  /// The slugs of the lessons that are there beside those.
  var others: [String] = []
  /// Whether the lessons are also run without their schedules.
  var isCompared = false

  /// What came of a lesson.
  struct Ran<Result: Sendable>: Sendable {
    var path: String
    /// What was made of it; nil where something is wrong with it.
    var result: Result?
    /// Everything that is wrong with it.
    var diagnostics: [Diagnostic]
  }

  /// What `make` makes of what came of each lesson, in order, on all cores.
  func run<Result: Sendable>(_ make: @Sendable (LessonRunner.Outcome) -> Result?) -> [Ran<Result>] {
    let ran = paths.parallelMap { path in
      let outcome = LessonRunner(path: path, isCompared: isCompared).run()
      return (
        lesson: outcome.lesson,
        ran: Ran(path: path, result: make(outcome), diagnostics: outcome.diagnostics)
      )
    }
    let mistakes = Dictionary(grouping: diagnostics(ran.compactMap(\.lesson)), by: \.file)
    return ran.map(\.ran).map { ran in
      guard let found = mistakes[ran.path] else { return ran }
      return Ran(path: ran.path, result: nil, diagnostics: ran.diagnostics + found)
    }
  }

  private func diagnostics(_ lessons: [Lesson]) -> [Diagnostic] {
    let course = Set(paths.map { Lesson.slug(ofFile: $0) } + others)
    return Prerequisites.diagnostics(lessons, course: course) { requirement, lesson in
      FileSystem.kind(LessonRunner(path: lesson.source.file).folder + requirement.file) == .file
    }
  }
}
