import Engine
import Foundation
import Lessons
import Views

/// Lessons of every sort, each read and run as the command line does it.
enum Samples {
  /// Classification with a schedule.
  static let cosine = checked(
    load: "make_classification: { n_samples: 1000, n_features: 20, n_informative: 10, n_redundant: 2 }",
    preprocess: "- train_test_split: { test_size: 0.2, stratify: true }\n- StandardScaler",
    model: "- Linear: { out_features: 64 }\n  - ReLU\n  - Linear: { out_features: 2 }",
    loss: "CrossEntropyLoss",
    schedule: "CosineAnnealingLR: { T_max: 10, eta_min: 0 }", metrics: "accuracy, confusion_matrix",
    rest: """
      ## Why

      One rate is rarely good at both ends.

      ## Prediction Trace

      One validation row on its way through the trained model.

      ### Input layer

      Twenty scaled features.

      ### Hidden layer with ReLU

      What is negative becomes zero.

      ### Output layer with softmax

      ### Prediction

      What the model makes of it.

      ## Quiz

      ### What happens to the learning rate in the middle of the cosine cycle?

      - [x] It reaches its minimum `? lr[11] == min(lr)`
        > Ten scheduler steps take the cosine to −1, so the rate is `eta_min`.
      - [ ] It reaches its maximum `? lr[11] == max(lr)`
        > That is where the cycle starts and ends.
      - [ ] It stays constant `? max(lr) == min(lr)`

      > The whole period is 2 · T_max = 20 epochs.

      ### What learning rate does epoch 6 train with?

      Answer: 0.05 ± 0.001

      ### Put the stages in order.

      1. load
      2. preprocess
      3. train

      ## Key Insight

      The schedule takes the rate **down** and up again.
      """)

  /// Regression without a schedule, with a scaled target.
  static let regression = checked(
    load: "load_diabetes", preprocess: "- StandardScaler: { target: true }",
    model: "- Linear: { out_features: 8 }\n  - Tanh\n  - Linear: { out_features: 1 }", loss: "MSELoss",
    schedule: "none", metrics: "r2, mse", rate: "0.01")

  /// Points in the plane, and a logit for each.
  static let moons = checked(
    load: "make_moons: { n_samples: 200, noise: 0.2 }", preprocess: "- train_test_split: { test_size: 0.25 }",
    model: "- Linear: { out_features: 8 }\n  - ReLU\n  - Linear: { out_features: 1 }",
    loss: "BCEWithLogitsLoss",
    schedule: "OneCycleLR: { max_lr: 0.5, total_steps: 100 }\nstep: batch", metrics: "accuracy, f1",
    predict: "[most_confident, least_confident, misclassified]")

  /// Pictures of digits.
  static let digits = checked(
    load: "load_digits: {}\ntake: 400", preprocess: "- MinMaxScaler",
    model: "- Linear: { out_features: 16 }\n  - ReLU\n  - Linear: { out_features: 10 }",
    loss: "CrossEntropyLoss",
    schedule: "StepLR: { step_size: 5 }", metrics: "accuracy")

  /// Two schedulers in sequence, every curve there is, folds, and a sigmoid at the end of the model.
  static let sequence = checked(
    load: "make_classification: { n_samples: 300, n_features: 8, n_informative: 4 }",
    preprocess: "- StandardScaler",
    model: "- Linear: { out_features: 8 }\n  - ReLU\n  - Linear: { out_features: 1 }\n  - Sigmoid",
    loss: "BCELoss",
    schedule: """
      SequentialLR:
        schedulers: [{ LinearLR: { start_factor: 0.1, total_iters: 5 } }, { CosineAnnealingLR: { T_max: 15 } }]
        milestones: [5]
      """,
    metrics: "accuracy, roc_auc, roc_curve, precision_recall_curve, calibration_curve",
    folds: "KFold: { n_splits: 3 }")

  /// Feature maps, small enough for a strip and too large for one.
  static let maps = checked(
    load: "load_digits: {}\ntake: 200", preprocess: "- MinMaxScaler",
    model: """
      - Unflatten: { dim: 1, unflattened_size: [1, 8, 8] }
        - Conv2d: { out_channels: 5, kernel_size: 3, padding: 1 }
        - ReLU
        - Conv2d: { out_channels: 4, kernel_size: 3, padding: 1 }
        - ReLU
        - MaxPool2d: { kernel_size: 2 }
        - Flatten
        - Linear: { out_features: 10 }
      """, loss: "CrossEntropyLoss", schedule: "none", metrics: "accuracy", epochs: 3)

  /// A plateau that cuts the rate, early stopping, and no metric.
  static let plateau = checked(
    load: "load_diabetes", preprocess: "- StandardScaler: { target: true }",
    model: "- Linear: { out_features: 8 }\n  - Tanh\n  - Linear: { out_features: 1 }", loss: "MSELoss",
    schedule: "ReduceLROnPlateau: { factor: 0.2, patience: 1 }", metrics: "", epochs: 60, stopping: 6)

  /// Lines of a picture read one after the other, by a layer with gates.
  static let lines = checked(
    load: "load_digits: {}\ntake: 200", preprocess: "- MinMaxScaler",
    model: """
      - Unflatten: { dim: 1, unflattened_size: [8, 8] }
        - GRU: { hidden_size: 12, batch_first: true, returns: h_n }
        - Linear: { out_features: 10 }
      """, loss: "CrossEntropyLoss", schedule: "none", metrics: "accuracy", epochs: 3)

  static let all: [(name: String, checked: Checked)] = [
    ("cosine", cosine), ("regression", regression), ("moons", moons), ("digits", digits),
    ("sequence", sequence), ("plateau", plateau), ("maps", maps), ("lines", lines),
  ]

  /// What the views of the sample called `name` show, the run without its schedule included.
  static func exhibit(_ name: String) -> Exhibit { exhibits[name] ?? Exhibit(named(name)) }

  private static let exhibits = Dictionary(
    uniqueKeysWithValues: all.map { name, checked in
      let table = (try? table(of: checked.lesson)) ?? nil
      let unscheduled = checked.lesson.pipeline.unscheduled?.result(table: table)
      return (name, Exhibit(checked, beside: unscheduled, table: table))
    })

  static func checked(
    load: String, preprocess: String, model: String, loss: String, schedule: String, metrics: String,
    predict: String = "0", rate: String = "0.1", epochs: Int = 20, stopping: Int? = nil, folds: String? = nil,
    rest: String = ""
  ) -> Checked {
    let text = """
      ---
      title: A lesson
      subject: PyTorch
      field: ml
      seed: 42
      ---

      The *first* paragraph.

      ## Data Loading

      ```yaml load
      \(load)
      ```

      ## Preprocessing

      ```yaml preprocess
      \(preprocess)
      ```

      ## Model Training

      ```yaml train
      model:
        \(model)
      loss: \(loss)
      optimizer:
        SGD: { lr: \(rate), momentum: 0.9 }
      batch_size: 32
      epochs: \(epochs)
      \(stopping.map { "early_stopping: { patience: \($0) }" } ?? "")
      ```

      ## Learning Rate Scheduling

      ```yaml schedule
      \(schedule)
      ```

      ## Model Evaluation

      ```yaml evaluate
      metrics: [\(metrics)]
      predict: \(predict)
      \(folds.map { "cross_validation:\n  \($0)" } ?? "")
      ```

      \(rest)
      """
    let (lesson, diagnostics) = Lesson.parse(text, file: "a-lesson.md")
    guard let lesson, diagnostics.isEmpty else { preconditionFailure("\(diagnostics)") }
    do {
      let run = try lesson.pipeline.run(table: table(of: lesson))
      let (checked, found) = lesson.check(run)
      guard found.isEmpty else { preconditionFailure("\(found)") }
      return checked
    } catch { preconditionFailure("\(error)") }
  }

  /// The bundled data that `lesson` asks for.
  static func table(of lesson: Lesson) throws -> Engine.Table? {
    guard case .bundled(let name) = lesson.dataFiles.first else { return nil }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return lesson.table([Array(try Data(contentsOf: root.appending(path: "Resources/datasets/\(name)")))])
      .table
  }
}
