import Engine
import Foundation
import Lessons
import Testing

@testable import Exports

/// The JSON of `lesson`'s run.
private func text(_ lesson: Lesson) throws -> String { TraceJSON.text(lesson, try lesson.pipeline.run()) }

private func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite struct TraceJSONTests {
  @Test(arguments: Fixture.allCases)
  func `a trace is what the published schema says`(fixture: Fixture) throws {
    #expect(try Schema.problems(try text(try fixture.lesson())) == "")
  }

  @Test func `the shipped cosine lesson's trace is what the published schema says`() throws {
    let file = PythonProcess.root.appending(path: "lessons/cosine-annealing-lr.md")
    let lesson = try #require(
      Lesson.parse(Array(try Data(contentsOf: file)), file: "cosine-annealing-lr.md").lesson)
    #expect(try Schema.problems(try text(lesson)) == "")
  }

  @Test(arguments: [#""schemaVersion": 1,"#, #""val_loss": "#, #""digest": ""#, #""stage": "load","#])
  func `the schema refuses a trace without one of its parts`(part: String) throws {
    let whole = try text(try Fixture.noSchedule.lesson())
    try #require(whole.contains(part))
    let broken = whole.replacing(
      part, with: part.hasSuffix(",") || part.hasSuffix(", ") ? "" : "\"x" + part.dropFirst())
    #expect(try Schema.problems(broken) != "")
  }

  @Test(arguments: Fixture.allCases)
  func `every real reads back as the same number`(fixture: Fixture) throws {
    let lesson = try fixture.lesson()
    let trace = try lesson.pipeline.run()
    // JSONSerialization rounds the last digit of some reals; JSONDecoder does not.
    struct Read: Decodable {
      struct Steps: Decodable { let loss: [Double], lr: [Double], momentum: [Double]?, accuracy: [Double]? }
      struct Epoch: Decodable { let loss: Double, val_accuracy: Double? }
      let steps: Steps
      let epochs: [Epoch]
    }
    let read = try JSONDecoder().decode(Read.self, from: Data(TraceJSON.text(lesson, trace).utf8))
    #expect(read.steps.loss == trace.steps.loss)
    #expect(read.steps.lr == trace.steps.lr)
    #expect(read.steps.momentum ?? [] == trace.steps.momentum)
    #expect(read.steps.accuracy ?? [] == trace.steps.accuracy)
    #expect(read.epochs.map(\.loss) == trace.epochs.map(\.loss))
    #expect(read.epochs.map(\.val_accuracy) == trace.epochs.map(\.valAccuracy))
  }

  @Test func `the keys of the contract stand in its order`() throws {
    let text = try text(try Fixture.classification.lesson())
    let keys = [
      "schemaVersion", "lesson", "seed", "dtype", "digest", "stages", "epochs", "steps", "prediction",
      "predictions",
      "evaluation", "crossValidation",
    ]
    let places = keys.map { text.range(of: "\n  \"\($0)\": ")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func `metrics stand by their names, in their shapes`() throws {
    let read = try object(try text(try Fixture.classification.lesson()))
    let found = try #require(read["evaluation"] as? [String: Any])
    #expect((found["accuracy"] as? Double).map { (0...1).contains($0) } == true)
    #expect((found["confusion_matrix"] as? [[Double]])?.map(\.count) == [2, 2])
  }

  @Test func `cross-validation stands with its folds and its scores`() throws {
    let read = try object(try text(try Fixture.classification.lesson()))
    let found = try #require(read["crossValidation"] as? [String: Any])
    #expect((found["folds"] as? [Any])?.count == 3)
    let scores = try #require(found["scores"] as? [[String: Any]])
    #expect(scores.allSatisfy { ($0["values"] as? [Double])?.count == 3 } && !scores.isEmpty)
  }

  @Test func `equal lessons give equal text`() throws {
    let lesson = try Fixture.classification.lesson()
    #expect(try text(lesson) == text(lesson))
  }

  @Test func `a title may hold any character`() throws {
    let title = "a \"b\" \\ c\u{7}\u{1F600}</script>"
    let json = JSON.object(["title": title]).text
    #expect(try object(json)["title"] as? String == title)
  }

  @Test func `what is not finite is null`() throws {
    #expect([Double.nan, .infinity, -.infinity, -0.0, 1e-7].json.text == "[null, null, null, -0.0, 1e-07]\n")
  }
}
