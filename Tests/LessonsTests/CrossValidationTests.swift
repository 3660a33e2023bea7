import Engine
import Testing

@testable import Lessons

/// Cross-validation as lessons ask for it and speak of it.
@Suite struct CrossValidationTests {
  private static let folds = (
    old: "predict: 0\n", new: "predict: 0\ncross_validation: { KFold: { n_splits: 3, shuffle: true } }\n"
  )

  private func check(_ more: String) throws -> [Diagnostic] {
    let lesson = try Small.lesson(adding: more, [Self.folds])
    return lesson.check(try lesson.pipeline.run()).diagnostics
  }

  @Test(arguments: [
    "cross_validation.folds == 3", "len(cross_validation.accuracy) == 3",
    "mean(cross_validation.accuracy) > 0.5",
    "mean(cross_validation.accuracy) == sum(cross_validation.accuracy) / cross_validation.folds",
    "std(cross_validation.loss) > 0", "cross_validation.loss[3] < 1", "std([1, 2, 4]) ~= 1.24722",
  ])
  func `a lesson may claim of its folds`(claim: String) throws {
    #expect(try check("## Why\n\n`? \(claim)`\n").text == "")
  }

  @Test(arguments: [
    ("outside", "cross_validation.loss[4] < 1"), ("unknown", "cross_validation.acuracy[1] > 0"),
  ])
  func `what the folds do not have is told`(name: String, claim: String) throws {
    try expectGolden(try check("## Why\n\n`? \(claim)`\n").text, "folds-\(name)")
  }

  @Test func `without folds the name says how to ask for them`() throws {
    try expectGolden(
      try Small.check("## Why\n\n`? mean(cross_validation.loss) < 1`\n").diagnostics.text, "folds-none")
  }

  @Test(arguments: [("misspelt", "KFolds"), ("one", "KFold: { n_splits: 1 }"), ("elsewhere", "accuracy")])
  func `a splitter that there is not is told`(name: String, splitter: String) throws {
    let line = splitter.contains("{") ? "{ \(splitter) }" : splitter
    let found = Small.diagnostics([("predict: 0\n", "predict: 0\ncross_validation: \(line)\n")])
    try expectGolden(found.text, "folds-\(name)")
  }

  @Test(arguments: ["KFold: { n_splits: 61 }", "StratifiedKFold: { random_state: 1 }"])
  func `folds that cannot be made are told where they are asked for`(splitter: String) throws {
    let lesson = try Small.lesson([("predict: 0\n", "predict: 0\ncross_validation: { \(splitter) }\n")])
    do {
      _ = try lesson.pipeline.run()
      Issue.record("it runs")
    } catch {
      let place = lesson.diagnostic(for: error).place
      #expect(place?.line.hasPrefix("cross_validation") == true)
    }
  }
}
