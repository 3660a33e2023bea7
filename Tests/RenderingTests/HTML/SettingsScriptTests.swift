import Engine
import Foundation
import Lessons
import Testing
import Views

@testable import Rendering

private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// What a page's script makes of a setting's text is what the engine and the command line make of it.
@Suite struct `The page's settings script` {
  @Test func `gives every parameter of the catalog the engine's bytes`() throws {
    var cases: [InertJSON] = []
    var expected: [(name: String, bytes: [UInt8])] = []
    for category in Engine.Category.allCases {
      for info in category.entries {
        let example = Component.read(info.written, category).component
        for (row, parameter) in info.parameters.enumerated() {
          guard let input = Controls.Input(parameter),
            let argument = example?.arguments[row] ?? parameter.fallback
          else { continue }
          let text = Controls.Value(argument, of: parameter).text
          cases.append([
            "setting": .object([("path", .text("\(parameter.name)"))] + input.members), "text": .text(text),
          ])
          expected.append(("\(info.name).\(parameter.name)", argument.encoded))
        }
      }
    }
    let bytes = try node(
      "cases.map(({ setting, text }) => [...bytes(setting, parse(setting, text))])", .list(cases))
    try #require(bytes.count == expected.count && expected.count > 150)
    for (found, expected) in zip(bytes, expected) {
      #expect(found == expected.bytes.map { Int($0) }, "\(expected.name)")
    }
  }

  @Test func `gives every scheduler the engine's bytes`() throws {
    let schedulers = Controls.Scheduler.all
    let bytes = try node(
      "cases.map(scheduler => [...schedulerBytes(scheduler, new Map(scheduler[2].map(p => [p.path, p.value ?? null])))])",
      InertJSON(schedulers) { $0.json })
    for (scheduler, found) in zip(schedulers, bytes) {
      let component = Component.read(Engine.Category.scheduler.entries[scheduler.row].written, .scheduler)
        .component
      #expect(found == component.encoded.map { Int($0) }, "\(scheduler.name)")
    }
  }

  @Test(arguments: [
    ("integer", "0", "T_max must be a whole number from 1 to 9, found 0"),
    ("integer", "2.5", "T_max must be a whole number from 1 to 9, found 2.5"),
    ("real", "", "T_max must be a number from 1 to 9, found nothing"),
    ("integers", "[3, x]", "T_max must be a list of whole numbers from 1 to 9, found [3, x]"),
    ("flag", "yes", "T_max must be true or false, found yes"),
  ])
  func `refuses a value in the words of the command line`(kind: String, text: String, message: String) throws
  {
    let setting: InertJSON = ["path": "schedule.T_max", "kind": .text(kind), "min": 1, "max": 9]
    let found = try run(
      "(() => { try { parse(cases[0], \(InertJSON.text(text).spelling)) } catch (error) { return error.message } })()",
      [setting])
    #expect(found as? String == message)
  }

  private func node(_ expression: String, _ cases: InertJSON) throws -> [[Int]] {
    try #require(run(expression, cases) as? [[Int]])
  }

  /// What `expression` is in node, after the script.
  private func run(_ expression: String, _ cases: InertJSON) throws -> Any {
    let script = try String(
      contentsOf: repository.appending(path: "Resources/page/engine/settings.js"), encoding: .utf8)
    let node = Process()
    node.executableURL = URL(filePath: "/usr/bin/env")
    node.arguments = ["node", "-"]
    let (input, output) = (Pipe(), Pipe())
    (node.standardInput, node.standardOutput) = (input, output)
    try node.run()
    let text = "\(script)\nconst cases = \(cases.spelling);\nconsole.log(JSON.stringify([\(expression)]));\n"
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = try JSONSerialization.jsonObject(with: output.fileHandleForReading.readDataToEndOfFile())
    return try #require((answer as? [Any])?.first)
  }
}
