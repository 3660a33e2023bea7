import Testing

@testable import Lessons

/// What is wrong with a lesson before it runs: every message as a terminal shows
/// it, in a golden file of its own.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: [(old: String, new: String)]
    var more = ""
    var testDescription: String { name }

    init(_ name: String, _ old: String, _ new: String) {
      self.name = name
      changes = [(old, new)]
    }

    init(_ name: String, adding more: String) {
      self.name = name
      changes = []
      self.more = more
    }
  }

  static let cases = [
    Case("no-front-matter", "---\ntitle: Small\nseed: 7\n---\n", "# Small\n"),
    Case("open-front-matter", "seed: 7\n---\n", "seed: 7\n"),
    Case("no-title", "title: Small\n", ""),
    Case("front-matter-unknown-key", "seed: 7", "sede: 7\nauthor: me"),
    Case("front-matter-twice", "seed: 7", "seed: 7\nseed: 8"),
    Case(
      "front-matter-values", "seed: 7",
      "seed: -1\nminutes: soon\ndtype: float16\nlang: x y\nsections: [a]\nrequires: ../x.md"),
    Case("front-matter-not-yaml", "seed: 7", "seed: [7"),
    Case("renamed-sections", "seed: 7", "seed: 7\nsections: { Quizz: Fragen }"),
    Case("no-stages", "```yaml ", "```yamlx "),
    Case("stage-missing", "```yaml schedule\nCosineAnnealingLR: { T_max: 3 }\n```\n", ""),
    Case("stage-twice", adding: "## Again\n\n```yaml schedule\nnone\n```\n"),
    Case("stage-order", "## Model\n", "## Before\n\n```yaml evaluate\n```\n\n## Model\n"),
    Case("stage-unknown", "yaml schedule", "yaml shedule"),
    Case("stages-in-one-section", "## Schedule\n\n", ""),
    Case("stage-without-section", "## Data\n\n", ""),
    Case("stage-in-list", adding: "## More\n\n- item\n\n  ```yaml load\n  make_moons\n  ```\n"),
    Case("open-fence", "predict: 0\n```\n", "predict: 0\n"),
    Case("open-fence-in-the-middle", "T_max: 3 }\n```\n", "T_max: 3 }\n"),
    Case("second-title", adding: "# Another\n"),
    Case("section-twice", adding: "## Why\n\na\n\n## Why\n\nb\n"),
    Case("section-misspelt", adding: "## Quizz\n\na\n"),
    Case(
      "formula-unknown-command", adding: #"## More\#n\#nHere $\frac{1}{2} + \alhpa$ and $x_\foo$."# + "\n"),
    Case("formula-breaks-off", adding: #"## More\#n\#n> $$\#n> η = \frac{a}{b\#n> $$"# + "\n"),
    Case("unknown-component", "CosineAnnealingLR", "CosineAnealingLR"),
    Case("component-elsewhere", "- StandardScaler", "- Adam"),
    Case(
      "two-components", "CosineAnnealingLR: { T_max: 3 }",
      "CosineAnnealingLR: { T_max: 3 }\nStepLR: { step_size: 1 }"),
    Case("component-and-misspelt-setting", "T_max: 3 }", "T_max: 3 }\nstepp: batch"),
    Case("misspelt-parameter", "T_max", "T_man"),
    Case("parameter-missing", "{ T_max: 3 }", "{}"),
    Case("t-max-zero", "T_max: 3", "T_max: 0"),
    Case("t-max-real", "T_max: 3", "T_max: 3.5"),
    Case("lr-negative", "lr: 0.1", "lr: -1"),
    Case("lr-words", "lr: 0.1", "lr: fast"),
    Case("lr-missing", "lr: 0.1, ", ""),
    Case("batch-size-zero", "batch_size: 15", "batch_size: 0"),
    Case("epochs-missing", "epochs: 6\n", ""),
    Case("samples-beyond-counting", "n_samples: 60", "n_samples: 1000000000000"),
    Case("parameters-without-braces", "{ T_max: 3 }", "3"),
    Case("parameter-twice", "T_max: 3", "T_max: 3, T_max: 4"),
    Case("python-tuple", "SGD: { lr: 0.1, momentum: 0.9 }", "Adam:\n    lr: 0.1\n    betas: (0.9, 0.99)"),
    Case(
      "transforms-without-list", "- train_test_split: { test_size: 0.25 }\n- StandardScaler",
      "train_test_split: {}\nStandardScaler: {}"),
    Case("train-unknown-key", "epochs: 6", "epochs: 6\nepoch: 7"),
    Case("weight-decay-twice", "lr: 0.1, momentum: 0.9 }", "lr: 0.1, weight_decay: 0.1 }\nweight_decay: 0.2"),
    Case(
      "early-stopping", "epochs: 6",
      "epochs: 6\nearly_stopping: { patience: -1, metric: val_lass }\nclip_grad_norm_: 0"),
    Case("schedule-metric", "T_max: 3 }", "T_max: 3 }\nmetric: accuracy\nstep: sometimes"),
    Case("plateau-by-batch", "CosineAnnealingLR: { T_max: 3 }", "ReduceLROnPlateau: {}\nstep: batch"),
    Case("bare-name-beside-settings", "CosineAnnealingLR: { T_max: 3 }", "ReduceLROnPlateau\nmetric: loss"),
    Case(
      "nested-scheduler", "CosineAnnealingLR: { T_max: 3 }",
      "SequentialLR: { schedulers: [ { LinearLR: { start_facto: 0.2 } }, { CosineAnnealingLR: { T_max: 0 } } ], milestones: [3] }"
    ),
    Case("formula-name", "CosineAnnealingLR: { T_max: 3 }", "LambdaLR: { lr_lambda: \"0.95 ^ epok\" }"),
    Case("formula-end", "CosineAnnealingLR: { T_max: 3 }", "LambdaLR: { lr_lambda: \"0.95 ^\" }"),
    Case("predict-unknown", "predict: 0", "predict: most_confidant"),
    Case("metric-unknown", "[accuracy, ", "[acuracy, "),
    Case("anchor", "n_samples: 60", "n_samples: &n 60"),
    Case("yaml-nested-deep", "n_samples: 60", "n_samples: " + String(repeating: "[", count: 40)),
    Case("tab", "model:\n  - Linear", "model:\n\t- Linear"),
    Case(
      "csv-outside", "make_moons: { n_samples: 60, noise: 0.1 }", "csv: { path: ../secret.csv, target: y }"),
    Case(
      "csv-absolute", "make_moons: { n_samples: 60, noise: 0.1 }", "csv: { path: /etc/passwd, target: y }"),
    Case(
      "table-row",
      adding: "## More\n\n| A | B |\n| - | - |\n| 1 | `= lr[1] | percent` |\n| 1 |\n| a \\| b | c |\n"),
    Case("image", adding: "## More\n\n![a picture](a.png)\n"),
    Case(
      "claim-unreadable",
      adding: "## More\n\n`? lr[1] = 0.1` and `= loss[` and `= 1 +` and `= lr[1] | %s` and `? a < b < c`\n"),
    Case("training-trace-columns", adding: "## Training Trace\n\n| Epoch | Loss |\n| - | - |\n| 1 | 2 |\n"),
    Case(
      "training-trace-row", adding: "## Training Trace\n\n| Epoch | Observation |\n| - | - |\n| one | 2 |\n"),
    Case("training-trace-without-table", adding: "## Training Trace\n\nWords.\n"),
    Case("question-without-answers", adding: "## Quiz\n\n### Why?\n\nWords.\n"),
    Case("question-unmarked", adding: "## Quiz\n\n### Why?\n\n- [ ] a\n- [ ] b\n"),
    Case("question-one-option", adding: "## Quiz\n\n### Why?\n\n- [x] a\n"),
    Case("question-box-missing", adding: "## Quiz\n\n### Why?\n\n- [x] a\n- b\n"),
    Case("question-two-sets", adding: "## Quiz\n\n### Why?\n\n- [x] a\n- [ ] b\n\nAnswer: c\n"),
    Case("question-option-twice", adding: "## Quiz\n\n### Why?\n\n- [x] a\n- [ ] a\n"),
    Case("question-tolerance", adding: "## Quiz\n\n### Why?\n\nAnswer: 3 ± little\n"),
    Case("quiz-empty", adding: "## Quiz\n\nWords.\n"),
    Case("card-without-back", adding: "## Recall\n\n### Front\n"),
    Case("project-without-target", adding: "## Project\n\nDo it.\n"),
  ]

  @Test(arguments: cases)
  func `a mistake is told at its place, with what would mend it`(_ bad: Case) throws {
    let diagnostics = Small.diagnostics(bad.changes, adding: bad.more)
    #expect(!diagnostics.isEmpty)
    #expect(Small.text(bad.changes, adding: bad.more) != Small.text)
    try expectGolden(diagnostics.text, bad.name)
  }
}
