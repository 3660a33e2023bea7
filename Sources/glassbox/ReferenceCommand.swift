import ArgumentParser
import Exports
import Lessons
import Rendering
import Views

/// `glassbox reference`: the catalog of components.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "List every component that a lesson may name, or explain one.",
    usage: "glassbox reference [<name>] [--format <format>] [<options>]",
    discussion: """
      A component is explained by its formula, its parameters with their defaults and ranges, a curve where it has \
      one, its source, and a line to paste into a lesson.

      EXAMPLES:
        glassbox reference
        glassbox reference CosineAnnealingLR
        glassbox reference --format markdown > docs/reference.md
      """)

  @Argument(
    help: "A component, as PyTorch or scikit-learn spells it.", completion: .list(ReferenceIndex().names))
  var name: String?

  @Option(help: "How to write it; markdown is for the whole catalog.")
  var format: Format = .text

  @OptionGroup var terminal: TerminalOptions

  /// How the reference is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

  func validate() throws {
    if format == .markdown, name != nil {
      throw ValidationError("--format markdown writes the whole catalog: leave the name out.")
    }
  }

  func run() throws {
    if format == .markdown { return try Output.write(ReferenceMarkdown.text) }
    let renderer = TerminalRenderer(terminal.style())
    let index = ReferenceIndex()
    guard let name else {
      let more: [Views.Block] = [
        .paragraph([.text("One of them: "), .code("glassbox reference CosineAnnealingLR")])
      ]
      return try Output.write(renderer.text(index.blocks + more))
    }
    let found = index.entries(named: name)
    guard !found.isEmpty else {
      let similar = index.names.filter { $0.lowercased().contains(name.lowercased()) }.joined(
        separator: " or ")
      let meant = Suggestion.nearest(to: name, among: index.names) ?? similar
      Output.error(
        "there is no component '\(name)'",
        help: meant.isEmpty ? "glassbox reference lists them all" : "did you mean \(meant)?")
      throw ExitCode.failure
    }
    try Output.write(renderer.text(found.flatMap(\.blocks)))
  }
}
