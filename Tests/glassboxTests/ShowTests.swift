import Foundation
import Testing

struct ShowTests {
  @Test func `a lesson is shown with its stages, curves, layers and questions`() throws {
    let result = try show()
    #expect(result.status == 0, "\(result.errors)")
    for part in [
      "A small lesson", "1  Data Loading", "5  Model Evaluation", "epoch by epoch", "layer by layer",
      "Question 1 of 3",
    ] {
      #expect(result.output.contains(part), "\(part)")
    }
    #expect(!result.output.contains("\u{1b}"))
  }

  @Test func `the answers are not shown`() throws {
    #expect(try !show().output.contains("That is where the cycle starts."))
  }

  @Test(arguments: ["schedule", "4"]) func `one stage can be shown alone`(stage: String) throws {
    let output = try show("--stage", stage).output
    #expect(output.contains("4  Learning Rate Scheduling"))
    #expect(!output.contains("Data Loading"))
  }

  @Test func `an epoch is shown with the weights after it`() throws {
    let output = try show("--epoch", "2").output
    #expect(output.contains("Weights after epoch 2"))
    #expect(output.contains("With the weights after epoch 2 of 4"))
    #expect(output.contains("At epoch 2: "))
    #expect(try show("--epoch", "0").output.contains("With the weights before training"))
    // The trained model is what is shown without the option, the author's words with it.
    #expect(try !show("--epoch", "4").output.contains("With the weights"))
  }

  @Test(arguments: ["5", "=-1"]) func `an epoch that the run lacks is an error that says which there are`(
    epoch: String
  ) throws {
    let result = try epoch.hasPrefix("=") ? show("--epoch" + epoch) : show("--epoch", epoch)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("the run has no epoch"))
    #expect(result.errors.contains("--epoch takes 0, before training, to 4, the last that it trained"))
  }

  @Test func `an epoch where nothing depends on one is an error that says where it does`() throws {
    let result = try show("--view", "recall", "--epoch", "2")
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("--epoch goes with --view visual, why and deep"))
  }

  @Test func `a unit that is asked for stands open`() throws {
    let output = try show("--unit", "2.3", "--unit", "1.2").output
    #expect(output.contains("\n   Unit 3\n") && output.contains("\n   Input 2\n"))
  }

  @Test(arguments: [
    ["2.99", "step 2 of the prediction trace has no unit 99", "it has the units 1 to"],
    ["9.1", "step 9 of the prediction trace has no unit 1", "it has none that opens to a sum"],
    ["two", "the value 'two' is invalid for '--unit <step.unit>'"],
  ])
  func `a unit that the trace lacks is an error that says which there are`(said: [String]) throws {
    let result = try show("--unit", said[0])
    #expect(result.status != 0 && result.output.isEmpty)
    #expect(said.dropFirst().allSatisfy(result.errors.contains), "\(result.errors)")
  }

  @Test func `ASCII is ASCII`() throws {
    let output = try show("--ascii").output
    #expect(output.utf8.allSatisfy { (0x20..<0x7f).contains($0) || $0 == 0x0a })
  }

  @Test func `no line is wider than asked`() throws {
    for width in [24, 40, 80, 120] {
      let output = try show("--ascii", "--width", "\(width)").output
      #expect(output.split(separator: "\n").allSatisfy { $0.count <= width }, "\(width)")
    }
  }

  @Test func `COLUMNS gives the width where there is no terminal`() throws {
    let output = try show("--ascii", environment: ["COLUMNS": "40"]).output
    #expect(output.split(separator: "\n").map(\.count).max() ?? 0 <= 40)
  }

  @Test func `colour follows the option, then NO_COLOR, then the terminal`() throws {
    #expect(try show("--color", "always", environment: ["NO_COLOR": "1"]).output.contains("\u{1b}["))
    #expect(try !show("--color", "never").output.contains("\u{1b}"))
    let folder = try Folder()
    try folder.write("lesson.md", SampleLesson.text)
    #expect(try Command.onTerminal("show lesson.md", in: folder.url).output.contains("\u{1b}["))
    #expect(
      try !Command.onTerminal("show lesson.md --color never", in: folder.url).output.contains("\u{1b}["))
    #expect(
      try !Command.onTerminal("show lesson.md", in: folder.url, variables: "NO_COLOR=1").output.contains(
        "\u{1b}["))
  }

  @Test func `the terminal gives the width`() throws {
    let folder = try Folder()
    try folder.write("lesson.md", SampleLesson.text)
    let lines = try Command.onTerminal("show lesson.md --ascii --color never", in: folder.url, columns: 50)
      .output
      .split(whereSeparator: \.isNewline)
    #expect(lines.map(\.count).max() ?? 0 <= 50)
    #expect(lines.map(\.count).max() ?? 0 > 40)
  }

  @Test func `another locale than UTF-8 gets ASCII`() throws {
    let output = try show(environment: ["LC_ALL": "en_US.ISO-8859-1"]).output
    #expect(output.utf8.allSatisfy { $0 < 0x80 })
  }

  private func show(_ options: String..., environment: [String: String] = [:]) throws -> Command {
    let folder = try Folder()
    let path = try folder.write("lesson.md", SampleLesson.text)
    return try Command(arguments: ["show", path] + options, environment: environment)
  }
}
