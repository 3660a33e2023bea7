import Engine
import Foundation
import Testing

@testable import Lessons

/// Where the project's own files are.
enum Files {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }
}

/// Text that a test expects, kept in `Goldens/NAME.txt`; `UPDATE_GOLDEN=1` writes it anew.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = Files.tests.appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try? String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "\(name).txt", sourceLocation: sourceLocation)
}

/// A small lesson that is right, and what tests make of it.
enum Small {
  static let text = """
    ---
    title: Small
    seed: 7
    ---

    Two moons, and a small network.

    ## Data

    ```yaml load
    make_moons: { n_samples: 60, noise: 0.1 }
    ```

    ## Split

    ```yaml preprocess
    - train_test_split: { test_size: 0.25 }
    - StandardScaler
    ```

    ## Model

    ```yaml train
    model:
      - Linear: { out_features: 8 }
      - ReLU
      - Linear: { out_features: 2 }
    loss: CrossEntropyLoss
    optimizer:
      SGD: { lr: 0.1, momentum: 0.9 }
    batch_size: 15
    epochs: 6
    ```

    ## Schedule

    ```yaml schedule
    CosineAnnealingLR: { T_max: 3 }
    ```

    ## Result

    ```yaml evaluate
    metrics: [accuracy, confusion_matrix]
    predict: 0
    ```

    """

  /// The lesson with every `old` replaced, and `more` after it.
  static func text(_ changes: [(old: String, new: String)] = [], adding more: String = "") -> String {
    changes.reduce(text) { text, change in text.replacing(change.old, with: change.new) } + more
  }

  static func lesson(adding more: String = "", _ changes: [(old: String, new: String)] = []) throws -> Lesson
  {
    let (lesson, diagnostics) = Lesson.parse(text(changes, adding: more), file: "small.md")
    try #require(diagnostics.isEmpty, "\(diagnostics.map(\.description).joined())")
    return try #require(lesson)
  }

  /// What is wrong with the lesson before it runs.
  static func diagnostics(_ changes: [(old: String, new: String)] = [], adding more: String = "")
    -> [Diagnostic]
  {
    Lesson.parse(text(changes, adding: more), file: "small.md").diagnostics
  }

  /// The run of the lesson as it is.
  static let trace: Trace = {
    guard let lesson = Lesson.parse(text, file: "small.md").lesson, let trace = try? lesson.pipeline.run()
    else {
      preconditionFailure("the small lesson does not run")
    }
    return trace
  }()

  /// The lesson with `more` after it, checked against its run.
  static func check(_ more: String) throws -> (checked: Checked, diagnostics: [Diagnostic]) {
    try lesson(adding: more).check(trace)
  }
}

extension [Diagnostic] {
  /// As a terminal shows them.
  var text: String { map(\.description).joined(separator: "\n") }
  var codes: [Diagnostic.Code] { map(\.code) }
}
