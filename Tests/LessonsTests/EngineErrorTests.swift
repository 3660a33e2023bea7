import Engine
import Testing

@testable import Lessons

/// What stops a run is told at the line of the lesson that it is about.
@Suite struct EngineErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    var testDescription: String { name }

    init(_ name: String, _ old: String, _ new: String) {
      self.name = name
      self.old = old
      self.new = new
    }
  }

  static let cases = [
    Case("diverged", "lr: 0.1, momentum: 0.9", "lr: 1e30"),
    Case("sizes", "  - Linear: { out_features: 2 }", "  - Linear: { in_features: 9, out_features: 2 }"),
    Case("too-few-outputs", "out_features: 2", "out_features: 1"),
    Case("batch-beyond-data", "batch_size: 15", "batch_size: 1000"),
    Case("row-beyond-data", "predict: 0", "predict: [0, 99]"),
    Case("too-many-samples", "n_samples: 60", "n_samples: 500000000"),
    Case("too-many-weights", "out_features: 8", "out_features: 1000000000"),
    Case("too-many-epochs", "batch_size: 15\nepochs: 6", "batch_size: 1\nepochs: 1000000"),
    Case("split-twice", "- StandardScaler", "- train_test_split: {}"),
    Case(
      "nested-argument", "CosineAnnealingLR: { T_max: 3 }",
      "SequentialLR: { schedulers: [ { CosineAnnealingLR: { T_max: 3 } } ], milestones: [2, 3] }"),
    Case("argument", "momentum: 0.9", "nesterov: true"),
    Case(
      "no-classes", "make_moons: { n_samples: 60, noise: 0.1 }",
      "make_regression: { n_samples: 60, n_features: 3 }"),
    Case("test-size", "test_size: 0.25", "test_size: 1.5"),
  ]

  @Test(
    arguments: [
      ("batch_size", 2, 1, "batch_size is 2, and there is 1 training sample"),
      ("batch_size", 9, 2, "batch_size is 9, and there are 2 training samples"),
      ("predict", 4, 1, "there is no validation sample 3: the only one is number 0"),
      ("predict", 4, 2, "there is no validation sample 3: they are numbered 0 to 1"),
      ("PCA", 1, 0, "PCA needs 1 sample, and there are 0"),
    ] as [(StaticString, Int, Int, String)])
  func `a message agrees with what it counts`(
    component: StaticString, needed: Int, found: Int, message: String
  ) throws {
    let error = EngineError(.tooFewRows(component: component, needed: needed, found: found))
    #expect(try Small.lesson().diagnostic(for: error).message == message)
  }

  @Test func `a rate of 0 cannot be made smaller`() throws {
    let error = { EngineError(.diverged(epoch: 1, step: 1, lr: $0)) }
    #expect(try Small.lesson().diagnostic(for: error(0.1)).description.contains("such as lr: 0.01"))
    #expect(try !Small.lesson().diagnostic(for: error(0)).description.contains("smaller learning rate"))
  }

  @Test(arguments: cases)
  func `an error of the run is told at its place`(bad: Case) throws {
    let lesson = try Small.lesson([(bad.old, bad.new)])
    do {
      _ = try lesson.pipeline.run()
      Issue.record("the run succeeds")
    } catch {
      try expectGolden(lesson.diagnostic(for: error).description, "run-\(bad.name)")
    }
  }
}
