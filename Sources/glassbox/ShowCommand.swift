import ArgumentParser
import Lessons
import Rendering
import Views

/// `glassbox show`: a lesson's views as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Run a lesson and show it in the terminal.",
    usage: "glassbox show <lesson> [--view <name>] [--stage <stage>] [<options>]",
    discussion: """
      EXAMPLES:
        glassbox show lessons/cosine-annealing-lr.md
        glassbox show lessons/cosine-annealing-lr.md --stage schedule --width 100
        glassbox show lessons/cosine-annealing-lr.md --ascii --color never | less
        glassbox show lessons/cosine-annealing-lr.md --epoch 3
        glassbox show lessons/cosine-annealing-lr.md --unit 2.17
        glassbox show lessons/cosine-annealing-lr.md --view try
        glassbox show lessons/cosine-annealing-lr.md --set optimizer.lr=0.3
        glassbox show draft.md --set 'schedule=StepLR: { step_size: 5 }'
      """)

  @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
  var lesson: String

  @Option(help: ArgumentHelp("The view: \(View.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var view = "visual"

  @Option(
    help: ArgumentHelp(
      "One stage alone, by its name or its number from 1 to 5.", valueName: "stage"))
  var stage: StageName?

  @Option(
    help: ArgumentHelp(
      "Look at one epoch: charts, table and formula point at it, and the prediction trace has the weights after it; 0 is "
        + "before training.", valueName: "number"))
  var epoch: Int?

  @Option(
    help: ArgumentHelp(
      "Open this unit of the prediction trace to the sum that made it, such as 2.17: step 2, unit 17, both counted from "
        + "1; may be given again.", valueName: "step.unit"))
  var unit: [UnitName] = []

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
    let exhibit = try opened(LessonRunner(path: lesson, settings: changes.set).requireExhibit())
    let renderer = TerminalRenderer(terminal.style(), lesson: lesson)
    let text = { renderer.text($0.cover, view.document($0), stage: stage?.hue) }
    let whole = text(exhibit)
    if whole.isEmpty {
      Output.error("the view \(view.name) has no stages", help: "--stage goes with --view visual")
      throw ExitCode.failure
    }
    guard let epoch else { return try Output.write(whole) }
    let pointed = text(try after(epoch, exhibit))
    if pointed == whole {
      Output.error(
        "nothing that is shown here depends on epoch \(epoch)",
        help: "--epoch goes with --view visual, why and deep")
      throw ExitCode.failure
    }
    try Output.write(pointed)
  }

  /// `exhibit` with the units that are asked for open.
  private func opened(_ exhibit: Exhibit) throws -> Exhibit {
    if !unit.isEmpty, view != "visual" {
      Output.error("the view \(view) has no prediction trace", help: "--unit goes with --view visual")
      throw ExitCode.failure
    }
    return try unit.reduce(exhibit) { exhibit, name in
      let count = exhibit.units(ofStep: name.step)
      guard let count, 1...count ~= name.unit else {
        Output.error(
          "step \(name.step) of the prediction trace has no unit \(name.unit)",
          help: count.map { "it has the units 1 to \($0)" } ?? "it has none that opens to a sum")
        throw ExitCode.failure
      }
      return exhibit.opening(unit: name.unit, ofStep: name.step)
    }
  }

  /// `exhibit` as of the end of `epoch`.
  private func after(_ epoch: Int, _ exhibit: Exhibit) throws -> Exhibit {
    guard exhibit.epochs.contains(epoch) else {
      Output.error(
        "the run has no epoch \(epoch)",
        help: "--epoch takes 0, before training, to \(exhibit.epochs.upperBound), the last that it trained")
      throw ExitCode.failure
    }
    return try exhibit.after(epoch: epoch)
  }
}

/// A unit of a step of the prediction trace as the command line names it, `2.17`.
struct UnitName: ExpressibleByArgument {
  let step: Int
  let unit: Int

  init?(argument: String) {
    let numbers = argument.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let step = numbers[0], let unit = numbers[1] else { return nil }
    (self.step, self.unit) = (step, unit)
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
