import ArgumentParser
import Lessons
import Rendering
import Views

/// `glassbox show`: a lesson's views as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Run a lesson and show it in the terminal.",
    discussion: """
      EXAMPLES:
        glassbox show lessons/cosine-annealing-lr.md
        glassbox show lessons/cosine-annealing-lr.md --stage schedule --width 100
        glassbox show lessons/cosine-annealing-lr.md --ascii --color never | less
        glassbox show lessons/cosine-annealing-lr.md --view try
        glassbox show lessons/cosine-annealing-lr.md --view try --set 'schedule=StepLR: { step_size: 5 }'
      """)

  @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: ArgumentHelp("The view: \(View.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var view = "visual"

  @Option(
    help: ArgumentHelp(
      "One stage alone: load, preprocess, train, schedule, evaluate, or 1 to 5.", valueName: "stage"))
  var stage: StageName?

  @OptionGroup var changes: SettingOptions

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    let names = View.all.map(\.name)
    guard !names.contains(view) else { return }
    let meant = Suggestion.nearest(to: view, among: names).map { "did you mean '\($0)'?" }
    throw ValidationError(
      "there is no view '\(view)'. \(meant ?? "there is \(names.joined(separator: ", "))")")
  }

  func run() throws {
    guard let view = View.all.first(where: { $0.name == view }) else { return }
    let exhibit = try LessonRunner(path: lesson, settings: changes.set).requireExhibit()
    let document = view.document(exhibit)
    let renderer = TerminalRenderer(terminal.style(), lesson: lesson)
    let text = renderer.text(exhibit.cover, document, stage: stage?.hue)
    if text.isEmpty {
      Output.error("the view \(view) has no stages", help: "--stage goes with --view visual")
      throw ExitCode.failure
    }
    try Output.write(text)
  }
}

/// A stage as the command line names it.
struct StageName: ExpressibleByArgument {
  let hue: Hue

  init?(argument: String) {
    let number = Int(argument).map { $0 - 1 }
    let place = number ?? Hue.allCases.firstIndex { $0.rawValue == argument.lowercased() } ?? -1
    guard Hue.allCases.indices.contains(place) else { return nil }
    hue = Hue.allCases[place]
  }

  static var allValueStrings: [String] { Hue.allCases.map(\.rawValue) }
}
