import ArgumentParser
import Lessons
import Rendering
import Resources
import Views

/// `glassbox build`: a page for every lesson, and their index.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Run lessons and write a page for each, and an index.",
    discussion: """
      Folders are searched for lessons: Markdown files that begin with front matter. A page is one HTML file that \
      opens from disk. Where a lesson has mistakes, its earlier page stays as it was, and the others are written.
      The index has the lessons of the folders that are named; where only files are named, it keeps those that \
      earlier builds put there.

      EXAMPLES:
        glassbox build
        glassbox build lessons/cosine-annealing-lr.md --output /tmp/site

      The exit status is 0 when every page was written and 1 when one was not.
      """)

  @Argument(help: "Lessons, or folders of lessons.", completion: .file(extensions: ["md"]))
  var paths: [String] = ["lessons"]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write.", valueName: "folder"), completion: .directory)
  var output = "site"

  func run() throws {
    let (files, failures) = LessonFinder.lessons(at: paths)
    var diagnostics = failures.map { Diagnostic($0) }
    do throws(FileSystem.Failure) {
      if !files.isEmpty { try FileSystem.makeFolder(output) }
    } catch {
      let message = "the folder cannot be made: \(error.reason)"
      Output.show(diagnostics + [Diagnostic(.unwritableFile, message, file: error.path)])
      throw ExitCode.failure
    }
    let site = Site(folder: output)
    let built = try build(files, others: site)
    diagnostics += built.flatMap(\.diagnostics)
    let course = course(built, site)
    diagnostics += try write(built, of: course, to: site)
    Output.show(diagnostics)
    try report(built, course, site)
    if !diagnostics.isEmpty { throw ExitCode.failure }
  }

  /// What became of a lesson.
  struct Built: Sendable {
    var path: String
    /// Nil where the lesson has mistakes.
    var made: Made?
    var diagnostics: [Diagnostic]

    var slug: String { Lesson.slug(ofFile: path) }
  }

  /// What is made of a lesson that has no mistakes.
  struct Made: Sendable {
    var page: Page
    var entry: Course.Entry
    var hasQuiz: Bool

    init(_ exhibit: Exhibit) {
      page = Page(exhibit)
      entry = Course.Entry(exhibit, page)
      hasQuiz = exhibit.checked.lesson.quiz != nil
    }
  }

  /// Runs the lessons; one whose page another has taken is none.
  private func build(_ files: [String], others site: Site) throws -> [Built] {
    let bySlug = Dictionary(grouping: files) { Lesson.slug(ofFile: $0) }
    let isFirst = { (path: String) in
      let slug = Lesson.slug(ofFile: path)
      return slug != "index" && bySlug[slug]?.first == path
    }
    let refused = files.filter { !isFirst($0) }.map { path in
      let slug = Lesson.slug(ofFile: path)
      let taken = slug == "index" ? "the index" : "the page of '\(bySlug[slug]?.first ?? "")'"
      let message = "its page would be \(slug).html, which is \(taken)"
      return Built(
        path: path,
        diagnostics: [Diagnostic(.unwritableFile, message, file: path, helps: ["rename the lesson"])])
    }
    let runner = CourseRunner(
      paths: files.filter(isFirst), others: site.earlier.map(\.slug), isCompared: true)
    let ran = runner.run { $0.exhibit.map { Made($0) } }
    return refused + ran.map { Built(path: $0.path, made: $0.result, diagnostics: $0.diagnostics) }
  }

  /// The lessons of the index: those that were built now, and of an earlier build those that have mistakes
  /// now, or, where no folder was named, all.
  private func course(_ built: [Built], _ site: Site) -> Course {
    let now = built.compactMap { $0.made?.entry ?? site.earlier($0.slug) }
    guard !paths.contains(where: { FileSystem.kind($0) == .folder }) else { return Course(now) }
    let renewed = site.earlier.map { earlier in now.first { $0.slug == earlier.slug } ?? earlier }
    return Course(renewed + now)
  }

  /// Writes the pages, and last their index; answers with those that cannot be written.
  private func write(_ built: [Built], of course: Course, to site: Site) throws -> [Diagnostic] {
    let assets = try PageAssets.embedded()
    let pages = built.compactMap { $0.made?.page }
    guard !built.isEmpty else { return [] }
    let texts = pages.parallelMap { $0.html(assets, neighbours: course.neighbours(of: $0.cover.slug)) }
    return zip(pages, texts).flatMap { site.write($0.cover.slug + ".html", $1) }
      + site.write("index.html", course.html(title: "Lessons", assets))
  }

  /// Says what was written, and what to try.
  private func report(_ built: [Built], _ course: Course, _ site: Site) throws {
    let cleaner = TextCleaner()
    let written = built.filter { $0.made != nil }
    for page in written {
      try Output.write(cleaner.clean("\(page.path) → \(site.path(page.slug + ".html"))") + "\n")
    }
    for page in built where page.made == nil && site.earlier(page.slug) != nil {
      try Output.write(
        cleaner.clean("\(page.path): \(site.path(page.slug + ".html")) stays as it was") + "\n")
    }
    guard let first = written.first else { return }
    let count = course.lessons.count
    let index = "index of \(count) \(count == 1 ? "lesson" : "lessons") → \(site.path("index.html"))"
    let lesson = first.path.contains(" ") ? "'\(first.path)'" : first.path
    try Output.write(cleaner.clean(index) + "\n\n")
    // As it was called, so that the line works when pasted.
    let program = CommandLine.arguments.first ?? "glassbox"
    try Output.write(cleaner.clean("In the terminal:  \(program) show \(lesson)") + "\n")
    if first.made?.hasQuiz == true {
      try Output.write(cleaner.clean("The quiz:         \(program) quiz \(lesson)") + "\n")
    }
  }
}
