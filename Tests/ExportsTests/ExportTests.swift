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
    let lesson = try name == "everything" ? Self.everything() : Self.shipped(name)
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
    var texts = try Fixture.allCases.map { fixture in
      let lesson = try fixture.lesson()
      return try format.text(lesson, try lesson.pipeline.run())
    }
    let odd = try lesson(
      "make_moons", "[train_test_split]",
      "{ model: [{ Linear: { out_features: 2 } }], loss: CrossEntropyLoss, optimizer: { SGD: { lr: 0.1 } }, batch_size: 9, epochs: 1 }",
      "none", "metrics: []\npredict: 0", title: "'A \\\\ \"\"\" title'")
    texts.append(try format.text(odd, try odd.pipeline.run()))
    #expect(try problems(name, texts) == "")
  }

  @Test(arguments: [Category.transform, .layer, .loss, .optimizer, .scheduler, .metric, .initializer])
  func `every component of the catalog has its line in a script`(category: Engine.Category) throws {
    var scripts: [String] = []
    for info in category.entries {
      guard let lesson = Self.lesson(with: info, category), let trace = try? lesson.pipeline.run() else {
        continue
      }
      let script = try PyTorchScript.text(lesson, trace)
      let unspoken = ["loss", "LabelEncoder", "Rescaling"].contains("\(info.name)") || category == .metric
      #expect(unspoken || script.contains("\(info.name)"), "\(info.name)")
      scripts.append(script)
    }
    #expect(scripts.count > 3, "\(category)")
    #expect(try problems("pytorch", scripts) == "")
  }

  @Test(arguments: [
    ("0.95 ^ epoch", "0.95 ** epoch"), ("(1 + epoch) * 2", "(1 + epoch) * 2"),
    ("1 - (epoch - 1)", "1 - (epoch - 1)"), ("-(epoch + 1) ** 2", "-(epoch + 1) ** 2"),
    ("(-epoch) ** 2", "(-epoch) ** 2"), ("2 ^ 3 ^ epoch", "2 ** 3 ** epoch"),
    ("0.5 if epoch < 3 and not epoch == 1 else 1", "0.5 if epoch < 3 and not epoch == 1 else 1"),
    ("lambda e: max(e // 2, cos(pi * e))", "max(math.floor(epoch / 2), math.cos(3.141592653589793 * epoch))"),
    ("(epoch and 1) + 1", "(bool(epoch) and bool(1)) + 1"),
  ]) func `an expression of the epoch is Python's`(text: String, python: String) throws {
    let lesson = try lesson(
      "make_moons", "[train_test_split]",
      "{ model: [{ Linear: { out_features: 2 } }], loss: CrossEntropyLoss, optimizer: { SGD: { lr: 0.1 } }, batch_size: 9, epochs: 1 }",
      "LambdaLR: { lr_lambda: \"\(text)\" }", "metrics: []\npredict: 0")
    guard case .formula(let formula)? = lesson.pipeline.schedule.scheduler?.argument("lr_lambda") else {
      Issue.record("no formula")
      return
    }
    #expect(formula.python == python)
  }

  /// A lesson that ships and reads no file.
  private static func shipped(_ name: String) throws -> Lesson {
    let file = PythonProcess.root.appending(path: "lessons/\(name).md")
    return try #require(Lesson.parse(Array(try Data(contentsOf: file)), file: name + ".md").lesson)
  }

  /// A lesson of `stages` with the component `info`, as its example writes it, in one of them; nil where it fits none.
  private static func lesson(with info: Info, _ category: Engine.Category) -> Lesson? {
    let component =
      info.example.description.isEmpty ? "\(info.name)" : "{ \(info.name): { \(info.example) } }"
    func make(
      _ transform: String = "StandardScaler", model: String = "", _ loss: String = "CrossEntropyLoss",
      _ optimizer: String = "{ SGD: { lr: 0.1, momentum: 0.9 } }", schedule: String = "none",
      metric: String = "accuracy", weight: String = "zeros_", outputs: Int = 3
    ) -> Lesson? {
      let isRegression =
        [
          "MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss", "KLDivLoss", "SoftMarginLoss",
          "HingeEmbeddingLoss",
        ].contains(loss) || ["mse", "mae", "r2"].contains(metric)
      return try? ExportsTests.lesson(
        isRegression
          ? "make_regression: { n_features: 4 }"
          : "make_blobs: { n_features: 4, centers: \(outputs == 1 ? 2 : 3) }",
        "[train_test_split, \(transform)]",
        """
        model: [\(model){ Linear: { out_features: \(isRegression ? 1 : outputs), bias: \(weight == "zeros_" ? "false" : "true"), init: { weight: \(weight) } } }]
        loss: \(isRegression && loss == "CrossEntropyLoss" ? "MSELoss" : loss)
        optimizer: \(optimizer)
        batch_size: 10
        epochs: 1
        """, schedule, "metrics: [\(isRegression && metric == "accuracy" ? "loss" : metric)]\npredict: 0")
    }
    switch category {
    case .transform: return make(component)
    case .layer:
      let picture = "{ Unflatten: { dim: 1, unflattened_size: [4, 1, 1] } }, \(component), Flatten, "
      let sequence = "{ Unflatten: { dim: 1, unflattened_size: [1, 4] } }, \(component), Flatten, "
      return [component + ", ", component + ", Flatten, ", picture, sequence].lazy.compactMap {
        make(model: $0)
      }
      .first { (try? $0.pipeline.run()) != nil }
    case .loss: return make(component, outputs: "\(info.name)".hasPrefix("BCE") ? 1 : 3)
    case .optimizer:
      return make("StandardScaler", "CrossEntropyLoss", component.replacing("optimizer: ", with: ""))
    case .scheduler:
      return make(schedule: component.hasPrefix("{") ? String(component.dropFirst().dropLast()) : component)
    case .metric: return make(metric: component)
    default: return make(weight: component)
    }
  }

  /// A lesson with every setting of the training stage, and layers that PyTorch has no class for.
  private static func everything() throws -> Lesson {
    try lesson(
      "make_classification: { n_samples: 120, n_features: 8, n_informative: 4 }\ntake: 100",
      "- train_test_split: { test_size: 30, stratify: true }\n- PCA: { n_components: 6 }\n- Rescaling: { scale: 0.5, offset: -1 }",
      """
      model:
        - Linear: { out_features: 8, init: { weight: { kaiming_normal_: { nonlinearity: relu } }, bias: 0.01 } }
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
        schedulers: [{ LinearLR: { total_iters: 2 } }, { LambdaLR: { lr_lambda: "0.5 * (1 + cos(pi * epoch / 8))" } }]
        milestones: [2]
      step: batch
      """,
      "metrics: [accuracy, loss, { f1: { average: macro } }, confusion_matrix, roc_curve]\npredict: 0\ncross_validation: KFold"
    )
  }
}
