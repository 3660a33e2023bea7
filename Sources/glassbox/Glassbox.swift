import ArgumentParser
import Lessons

/// The command line: one subcommand per thing that can be done with a lesson.
@main
struct Glassbox: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "glassbox",
    abstract: "Runs a lesson's machine-learning pipeline for real and shows what happened.",
    discussion: """
      A lesson is a Markdown file whose five stages (load, preprocess, train, schedule, evaluate) are run on real \
      tensors; every number shown comes from that run.

      EXAMPLES:
        glassbox check lessons
        glassbox build lessons --output site
        glassbox show lessons/cosine-annealing-lr.md
        glassbox quiz lessons/cosine-annealing-lr.md

      The exit status is 0 when nothing is wrong, 1 when a lesson or a file is, 64 when the command line is.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, ShowCommand.self, QuizCommand.self, TraceCommand.self, CheckCommand.self,
      ExportCommand.self, ReferenceCommand.self,
    ])

  /// Runs the command line; a misspelt subcommand is answered with the one that was meant.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) {
      let meant = Suggestion.nearest(to: first, among: names).map { "did you mean '\($0)'?" }
      let list = names.joined(separator: ", ")
      Output.error("glassbox has no command '\(first)'", help: meant ?? "there is \(list)")
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      leave(error, command: names.first { $0 == arguments.first })
    }
  }

  /// Ends the program after `error`; what is wrong with the command line is told like every other mistake.
  private static func leave(_ error: any Error, command: String?) -> Never {
    if exitCode(for: error) == .validationFailure, !(error is ExitCode) {
      let said = message(for: error).split(separator: ". ", maxSplits: 1).map { sentence in
        sentence.prefix(1).lowercased() + sentence.dropFirst().trimmingSuffix(".")
      }
      let usage = command.map { "glassbox help \($0)" } ?? "glassbox help"
      Output.error(said.first ?? "", help: said.count > 1 ? said[1] : usage)
      exit(withError: ExitCode.validationFailure)
    }
    exit(withError: error)
  }
}

extension Substring {
  /// Without `end`, where it ends so.
  fileprivate func trimmingSuffix(_ end: String) -> Substring { hasSuffix(end) ? dropLast(end.count) : self }
}
