import Engine
import Foundation
import Lessons
import Testing

/// A lesson of `stages`, which are the YAML of load, preprocess, train, schedule and evaluate.
func lesson(_ stages: String..., title: String = "A lesson") throws -> Lesson {
  let kinds = ["load", "preprocess", "train", "schedule", "evaluate"]
  let sections = zip(kinds, stages).map { "## Stage \($0)\n\n```yaml \($0)\n\($1)\n```\n" }
  let text = "---\ntitle: \(title)\nseed: 3\n---\n\n" + sections.joined(separator: "\n")
  let (lesson, diagnostics) = Lesson.parse(text, file: "lesson.md")
  #expect(diagnostics == [])
  return try #require(lesson)
}

/// Lessons that between them have everything that a trace can hold.
enum Fixture: String, CaseIterable, Sendable {
  case classification, regression, noSchedule

  func lesson() throws -> Lesson {
    switch self {
    case .classification:
      try ExportsTests.lesson(
        "make_moons: { n_samples: 60, noise: 0.2 }\npreview: 3",
        "- train_test_split: { test_size: 0.25, stratify: true }\n- MinMaxScaler",
        """
        model:
          - Linear: { out_features: 8, init: { weight: kaiming_normal_ } }
          - ReLU
          - Linear: { out_features: 2 }
        loss: CrossEntropyLoss
        optimizer: { SGD: { lr: 0.1, momentum: 0.9 } }
        batch_size: 16
        epochs: 4
        """,
        """
        SequentialLR:
          schedulers:
            - LinearLR: { start_factor: 0.2, total_iters: 2 }
            - LambdaLR: { lr_lambda: "0.95 ^ epoch" }
          milestones: [2]
        """,
        """
        metrics: [accuracy, confusion_matrix, log_loss]
        predict: [0, most_confident, least_confident]
        cross_validation: { StratifiedKFold: { n_splits: 3 } }
        """)
    case .regression:
      try ExportsTests.lesson(
        "make_regression: { n_samples: 40, n_features: 3, n_targets: 2 }", "- StandardScaler",
        """
        model: [{ Linear: { out_features: 2 } }]
        loss: MSELoss
        optimizer: { Adam: { lr: 0.01 } }
        batch_size: 8
        epochs: 2
        early_stopping: { patience: 3, min_delta: 0.01 }
        """, "CosineAnnealingLR: { T_max: 8 }\nstep: batch",
        "metrics: [loss]\npredict: 1\ncross_validation: { KFold: { n_splits: 3 } }")
    case .noSchedule:
      try ExportsTests.lesson(
        "make_blobs: { n_samples: 30 }\ntake: 20", "[train_test_split]",
        """
        model: [{ Linear: { out_features: 3 } }]
        loss: CrossEntropyLoss
        optimizer: { Adagrad: { lr: 0.01 } }
        batch_size: 8
        epochs: 1
        """, "none", "metrics: [accuracy]\npredict: 0")
    }
  }
}
