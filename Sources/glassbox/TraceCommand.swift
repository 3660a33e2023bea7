import ArgumentParser
import Exports
import Lessons

/// `glassbox trace`: everything that a run did, as JSON.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Run a lesson and write everything that the run did as JSON.",
    discussion: """
      The format is that of Resources/trace.schema.json; reals are written so that they read back exactly.

      EXAMPLES:
        glassbox trace lessons/cosine-annealing-lr.md
        glassbox trace lessons/cosine-annealing-lr.md | jq '.epochs[] | [.epoch, .lr, .loss]'
        glassbox trace lessons/cosine-annealing-lr.md --set schedule.T_max=5 --set optimizer.lr=0.05
      """)

  @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @OptionGroup var changes: SettingOptions

  func run() throws {
    let checked = try LessonRunner(path: lesson, settings: changes.set).require()
    try Output.write(TraceJSON.text(checked.lesson, checked.trace))
  }
}
