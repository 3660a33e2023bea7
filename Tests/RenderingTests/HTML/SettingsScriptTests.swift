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

  @Test func `gives every component that may stand in the engine's bytes`() throws {
    let options = Controls.Option.all
    #expect(options.count { $0.category == 5 } == Engine.Category.scheduler.entries.count)
    let bytes = try node(
      "cases.map(option => [...componentBytes(option, initial(option))])", InertJSON(options) { $0.json })
    for (option, found) in zip(options, bytes) {
      let category = Engine.Category.allCases[option.category]
      let component = try #require(Component.read(category.entries[option.row].written, category).component)
      #expect(found == component.encoded.map { Int($0) }, "\(option.name)")
    }
  }

  @Test(arguments: [
    "1", "0.95 ^ epoch", "-epoch ** 2 + 3 * (epoch - 1) / 2",
    "lambda t: 0.5 * (1 + math.cos(math.pi * t / 10))", "pow(2, -epoch) - -1e-3", "2 ^ 3 ^ epoch",
    "min(1, epoch / 5, 2) if epoch < 5 and not epoch == 3 else max(0.1, 1 - e // 4 % 3)",
    "1 - 2 - 3 <= epoch or float(epoch) != int(1.5)", "0.1 if epoch > 9 else 0.5 if epoch > 4 else 1",
  ])
  func `compiles an expression of epoch as the command line does`(text: String) throws {
    try same("lr_lambda", text, "LambdaLR: { lr_lambda: \"\(text)\" }")
  }

  @Test(arguments: [
    "[LinearLR]", "[ LinearLR , {StepLR: {step_size: 5, gamma: .5}}]",
    "[{ MultiStepLR: { milestones: [2, 4] } }, { LambdaLR: { lr_lambda: '0.9 ^ epoch' } }]",
    "[{ ChainedScheduler: { schedulers: [LinearLR, ConstantLR] } }, { CyclicLR: { base_lr: 0.1, max_lr: 1 } }]",
  ])
  func `reads a list of schedulers as the command line does`(text: String) throws {
    try same("schedulers", text, "ChainedScheduler: { schedulers: \(text) }")
  }

  @Test(arguments: [
    ("lr_lambda", "1 +", "lr_lambda must be an expression of epoch: it ends too early"),
    ("lr_lambda", "1 < epoch < 2", "lr_lambda must be an expression of epoch: < has no meaning there"),
    (
      "lr_lambda", "constructor", "lr_lambda must be an expression of epoch: constructor has no meaning there"
    ),
    ("schedulers", "[LinearLR, Foo]", "schedulers must be a list of schedulers: there is no scheduler Foo"),
    ("schedulers", "[StepLR]", "schedulers must be a list of schedulers: StepLR needs step_size"),
    ("schedulers", "[LinearLR", "schedulers must be a list of schedulers: , is missing"),
    (
      "schedulers", "[{ StepLR: { size: 5 } }]",
      "schedulers must be a list of schedulers: StepLR has no parameter size"
    ),
  ])
  func `says what is wrong with an expression or a list`(path: String, text: String, message: String) throws {
    let kind = path == "schedulers" ? "components" : "formula"
    let setting: InertJSON = ["path": .text(path), "kind": .text(kind)]
    #expect(try refusal(of: text, setting) == message)
  }

  /// Holds the bytes of `text`, a value of the parameter called `path`,
  /// against those of `component`'s first argument.
  private func same(_ path: String, _ text: String, _ component: String) throws {
    let kind = path == "schedulers" ? "components" : "formula"
    let read = try #require(Component.read(component, .scheduler).component)
    let bytes = try node(
      "cases.map(([setting, text]) => [...bytes(setting, parse(setting, text))])",
      [[["path": .text(path), "kind": .text(kind)], .text(text)]])
    #expect(bytes == [read.arguments[0].encoded.map { Int($0) }])
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
    #expect(try refusal(of: text, setting) == message)
  }

  private func refusal(of text: String, _ setting: InertJSON) throws -> String? {
    try run(
      "(() => { try { parse(cases[0], \(InertJSON.text(text).spelling)) } catch (error) { return error.message } })()",
      [setting]) as? String
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
    let text =
      "\(script)\nconst options = \(InertJSON(Controls.Option.all) { $0.json }.spelling);\nconst cases = \(cases.spelling);\nconsole.log(JSON.stringify([\(expression)]));\n"
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let answer = try JSONSerialization.jsonObject(with: output.fileHandleForReading.readDataToEndOfFile())
    return try #require((answer as? [Any])?.first)
  }
}
