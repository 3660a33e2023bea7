import ArgumentParser
import Exports
import Lessons

/// `glassbox export`: a lesson in another form.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson as a PyTorch script or a notebook.",
    discussion: """
      The script does what the lesson does, with the same seed: run with PyTorch and scikit-learn it prints the \
      page's numbers.

      EXAMPLES:
        glassbox export lessons/cosine-annealing-lr.md > cosine.py
        glassbox export lessons/cosine-annealing-lr.md --format notebook --output cosine.ipynb
      """)

  @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: "What to write: \(formats).", completion: .list(ExportFormat.all.map(\.name)))
  var format = "pytorch"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write; default: the standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  private static var formats: String {
    ExportFormat.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")
  }

  func validate() throws {
    let names = ExportFormat.all.map(\.name)
    guard !names.contains(format) else { return }
    let meant = Suggestion.nearest(to: format, among: names).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "There is no format '\(format)'. \(meant ?? "There is \(names.joined(separator: ", ")).")")
  }

  func run() throws {
    guard let format = ExportFormat.all.first(where: { $0.name == format }) else { return }
    let checked = try LessonRunner(path: lesson).require()
    let text: String
    do throws(Diagnostic) { text = try format.text(checked.lesson, checked.trace) } catch {
      Output.show([error])
      throw ExitCode.failure
    }
    guard let output else { return try Output.write(text) }
    do throws(FileSystem.Failure) { try FileSystem.replace(output, with: Array(text.utf8)) } catch {
      Output.error("the file cannot be written: \(error)")
      throw ExitCode.failure
    }
  }
}
