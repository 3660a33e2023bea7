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
    let built = try pages(of: files)
    diagnostics += built.flatMap(\.diagnostics)
    let site = Site(folder: output)
    diagnostics += site.write(built)
    if !built.isEmpty {
      let covers = built.compactMap { $0.cover ?? site.earlierCover($0.slug) }
      diagnostics += site.write("index.html", covers.index(title: "Lessons", try Self.assets()))
    }
    Output.show(diagnostics)
    try report(built, site)
    if !diagnostics.isEmpty { throw ExitCode.failure }
  }

  /// What became of a lesson.
  struct Built: Sendable {
    var path: String
    var slug: String
    /// Nil, as its page is, where the lesson has mistakes.
    var cover: Cover?
    var html: String?
    var hasQuiz = false
    var diagnostics: [Diagnostic]
  }

  private func pages(of files: [String]) throws -> [Built] {
    let assets = try Self.assets()
    let names = Dictionary(grouping: files) { Site.slug($0) }
    return files.parallelMap { path in
      let slug = Site.slug(path)
      let same = names[slug, default: []].first ?? path
      if same != path || slug == "index" {
        let taken = slug == "index" ? "the index" : "the page of '\(same)'"
        let message = "its page would be \(slug).html, which is \(taken)"
        return Built(
          path: path, slug: slug,
          diagnostics: [Diagnostic(.unwritableFile, message, file: path, helps: ["rename the lesson"])])
      }
      let outcome = LessonRunner(path: path).run()
      let page = outcome.exhibit.map { Page($0) }
      return Built(
        path: path, slug: slug, cover: page?.cover, html: page?.html(assets),
        hasQuiz: outcome.checked?.lesson.quiz != nil, diagnostics: outcome.diagnostics)
    }
  }

  /// Says what was written, and what to try.
  private func report(_ built: [Built], _ site: Site) throws {
    let cleaner = TextCleaner()
    let written = built.filter { $0.html != nil }
    for page in written {
      try Output.write(cleaner.clean("\(page.path) → \(site.path(page.slug + ".html"))") + "\n")
    }
    for page in built where page.html == nil && site.earlierCover(page.slug) != nil {
      try Output.write(
        cleaner.clean("\(page.path): \(site.path(page.slug + ".html")) stays as it was") + "\n")
    }
    guard let first = written.first else { return }
    let index =
      "index of \(built.count) \(built.count == 1 ? "lesson" : "lessons") → \(site.path("index.html"))"
    let lesson = first.path.contains(" ") ? "'\(first.path)'" : first.path
    try Output.write(cleaner.clean(index) + "\n\n")
    // As it was called, so that the line works when pasted.
    let program = CommandLine.arguments.first ?? "glassbox"
    try Output.write(cleaner.clean("In the terminal:  \(program) show \(lesson)") + "\n")
    if first.hasQuiz { try Output.write(cleaner.clean("The quiz:         \(program) quiz \(lesson)") + "\n") }
  }

  /// What every page carries.
  private static func assets() throws -> PageAssets {
    try PageAssets(
      style: Assets.style, lesson: (Assets.lessonScript, Assets.text("page/page.mustache") ?? ""),
      index: (Assets.indexScript, Assets.text("page/index.mustache") ?? ""),
      engine: Assets.engine.map { EngineAssets(module: $0.module, script: $0.script, pack: Deflate.pack) })
  }
}
