import Engine
import Foundation
import Lessons
import Testing

@testable import Exports

/// What Python says of `texts` in the format `name`; empty where nothing is wrong.
private func problems(_ name: String, _ texts: [String]) throws -> String {
  let json = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
  return try PythonProcess.problems("validate_export.py", name, input: json)
}

@Suite struct ExportTests {
  @Test(arguments: ["cosine-annealing-lr", "everything"])
  func `a script is the one that is kept`(name: String) throws {
    let lesson = try name == "everything" ? Fixture.everything() : shipped(name)
    let text = try PyTorchScript.text(lesson, try lesson.pipeline.run())
    let file = PythonProcess.root.appending(path: "Tests/GoldenText/scripts/\(name).py")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      text == (try? String(contentsOf: file, encoding: .utf8)), "UPDATE_GOLDEN=1 rewrites \(file.path())")
  }

  @Test(arguments: ExportFormat.all.map(\.name))
  func `exports are what their format says`(name: String) throws {
    let format = try #require(ExportFormat.all.first { $0.name == name })
    let lessons = try Fixture.allCases.map { try $0.lesson() } + [Fixture.everything()]
    #expect(try problems(name, try lessons.map { try format.text($0, try $0.pipeline.run()) }) == "")
  }

  @Test(arguments: ExportFormat.all.map(\.name))
  func `a title may hold what Python has a meaning for`(name: String) throws {
    let format = try #require(ExportFormat.all.first { $0.name == name })
    var lesson = try Fixture.noSchedule.lesson()
    lesson.frontMatter.title = "A \\ title \"\"\"\nimport os"
    #expect(try problems(name, [try format.text(lesson, try lesson.pipeline.run())]) == "")
  }

  @Test(arguments: Engine.Category.allCases.filter { $0 != .splitter })
  func `every component of the catalog can be exported`(category: Engine.Category) throws {
    // Files and bundled data are not at hand here; Tools/check-scripts runs lessons that read them.
    let readsFiles = category == .dataset
    var scripts: [String] = []
    for info in category.entries where !readsFiles || "\(info.name)".hasPrefix("make_") {
      guard let (lesson, trace) = CatalogLesson.with(info, of: category) else {
        Issue.record("no lesson runs with \(info.name)")
        continue
      }
      let script = try PyTorchScript.text(lesson, trace)
      let isSpelledOtherwise = category == .metric || ["LabelEncoder", "Rescaling"].contains("\(info.name)")
      #expect(isSpelledOtherwise || script.contains("\(info.name)"), "\(info.name)\n\(script)")
      scripts.append(script)
    }
    #expect(try problems("pytorch", scripts) == "")
  }

  @Test(arguments: [
    ("0.95 ^ epoch", "0.95 ** epoch"), ("(1 + epoch) * 2", "(1 + epoch) * 2"),
    ("1 - (epoch - 1)", "1 - (epoch - 1)"), ("-(epoch + 1) ** 2", "-(epoch + 1) ** 2"),
    ("(-epoch) ** 2", "(-epoch) ** 2"), ("(2 ** 3) ** epoch", "(2 ** 3) ** epoch"),
    ("0.5 if epoch < 3 and not epoch == 1 else 1", "0.5 if epoch < 3 and not epoch == 1 else 1"),
    ("lambda e: max(e // 2, cos(pi * e))", "max(math.floor(epoch / 2), math.cos(3.141592653589793 * epoch))"),
    ("(epoch and 1) + 1", "(bool(epoch) and bool(1)) + 1"),
  ]) func `an expression of the epoch is Python's`(text: String, python: String) throws {
    let lesson = try CatalogLesson(schedule: "LambdaLR: { lr_lambda: \"\(text)\" }").lesson()
    let argument = lesson.pipeline.schedule.scheduler?.argument("lr_lambda")
    guard case .formula(let formula)? = argument else {
      Issue.record("no formula, but \(String(describing: argument))")
      return
    }
    #expect(formula.python == python)
  }

  /// A lesson that ships and reads no file.
  private func shipped(_ name: String) throws -> Lesson {
    let file = PythonProcess.root.appending(path: "lessons/\(name).md")
    return try #require(Lesson.parse(Array(try Data(contentsOf: file)), file: name + ".md").lesson)
  }
}

extension Fixture {
  /// A lesson with every setting of the training stage, and layers that PyTorch has no class for.
  static func everything() throws -> Lesson {
    try ExportsTests.lesson(
      "make_classification: { n_samples: 120, n_features: 8, n_informative: 4 }\ntake: 100",
      """
      - train_test_split: { test_size: 30, stratify: true }
      - PCA: { n_components: 6 }
      - Rescaling: { scale: 0.5, offset: -1 }
      """,
      """
      model:
        - Linear: { out_features: 8, init: { weight: { kaiming_normal_: { a: 0.1 } }, bias: 0.01 } }
        - Residual: { layers: [BatchNorm1d, { Linear: { out_features: 8 } }, GELU] }
        - GaussianNoise
        - Unflatten: { dim: 1, unflattened_size: [4, 2] }
        - LSTM: { hidden_size: 3, batch_first: true, returns: h_n }
        - Linear: { out_features: 1 }
      loss: { BCEWithLogitsLoss: { pos_weight: [2] } }
      optimizer: { AdamW: { lr: 0.01, betas: [0.8, 0.99] } }
      batch_size: 16
      epochs: 4
      drop_last: true
      generator: 5
      accumulation: 2
      averaging: 0.9
      clip_grad_norm_: 1
      early_stopping: { patience: 2, metric: val_accuracy }
      groups: [{ layers: [0], lr: 0.001, weight_decay: 0 }]
      """,
      """
      SequentialLR:
        schedulers: [{ LinearLR: { total_iters: 2 } }, { LambdaLR: { lr_lambda: "cos(pi * epoch / 32)" } }]
        milestones: [2]
      step: batch
      """,
      """
      metrics: [accuracy, loss, { f1: { average: macro } }, confusion_matrix, roc_curve]
      predict: 0
      cross_validation: KFold
      """)
  }
}
