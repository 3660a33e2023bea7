import Engine
import Testing

@testable import Lessons

/// Values and claims put to a run.
@Suite struct CheckTests {
  @Test func `values print what the run says`() throws {
    let text =
      "`= epochs` `= lr[2]` `= lr[1...3]` `= evaluation.accuracy | percent` `= layer[2].shape` `= lr[4] == 0`"
    let (checked, diagnostics) = try Small.check("## More\n\n\(text)\n")
    #expect(diagnostics.isEmpty)
    let texts = checked.lesson.inlines.values.map { checked.text(of: $0) }
    let accuracy = Numeral.text(Small.trace.evaluation[0].values[0], format: .percent)
    #expect(texts == ["6", "0.075", "0.1, 0.075, 0.025", accuracy, "8", "true"])
  }

  @Test func `claims that hold are listed with their lines`() throws {
    let (checked, diagnostics) = try Small.check("## More\n\n`? lr[4] == 0`\nand `? epochs == 6`\n")
    #expect(diagnostics.isEmpty)
    #expect(checked.claims.map(\.text) == ["lr[4] == 0", "epochs == 6"])
    #expect(checked.claims.map(\.line) == [49, 50])
  }

  @Test(arguments: [
    ("one-step-early", "`? lr[3] == 0`"), ("literal", "`? validation.samples == 20`"),
    ("both-sides", "`? lr[1] < lr[2]`"),
    ("and-or-not", "`? epochs > 1 and epochs > 9` `? epochs > 7 or epochs > 8` `? not epochs == 6`"),
    ("order", "`? increasing(lr)` `? decreasing(lr[3...6])`"), ("within", "`? within(lr[1], 0.2, 0.05)`"),
    ("close", "`? lr[1] == 0.1000001`"), ("text", "`? prediction.label == \"cat\"`"),
    ("reversed", "`? 0.025 == lr[4]`"),
    ("truth", "`? prediction.correct and not prediction.correct`"), ("number", "`? lr[1]`"),
    ("series", "`= loss`"),
    ("unknown", "`= losss[1]` `= evaluation.f1` `= prediction.value` `= data.clases` `= argmn(lr)` `= min`"),
    ("outside", "`= loss[7]` `= lr[9]` `= layer[7].mean` `= lr_step[0]`"), ("whole", "`= lr[2] | %d`"),
    ("division", "`= 1 / (lr[4] - lr[4])`"), ("about", "`? lr[2] ~= 0.08`"),
  ])
  func `a false claim shows the values and what would be true`(name: String, text: String) throws {
    let diagnostics = try Small.check("## More\n\n\(text)\n").diagnostics
    #expect(!diagnostics.isEmpty)
    try expectGolden(diagnostics.text, "claim-\(name)")
  }

  @Test func `a regression has no accuracy, and says so`() throws {
    let regression = [
      ("make_moons: { n_samples: 60, noise: 0.1 }", "make_regression: { n_samples: 40, n_features: 3 }"),
      ("out_features: 2", "out_features: 1"), ("CrossEntropyLoss", "MSELoss"),
      ("lr: 0.1, momentum: 0.9", "lr: 0.001"),
      ("[accuracy, confusion_matrix]", "[]"),
    ]
    let more =
      "## More\n\n`= accuracy[1]` `= data.classes` `= prediction.class` `= prediction.value` `= momentum[1]`\n"
    let lesson = try Small.lesson(adding: more, regression)
    let diagnostics = lesson.check(try lesson.pipeline.run()).diagnostics
    try expectGolden(diagnostics.text, "claim-regression")
  }

  @Test func `rows of the training trace lie within the run`() throws {
    let table =
      "| Epoch | Observation |\n| - | - |\n| 1 | `= lr[1]` |\n| `= argmin(lr)` | |\n| 7 | late |\n| 0 | early |\n"
    let (checked, diagnostics) = try Small.check("## Training Trace\n\n\(table)")
    #expect(checked.observations.map(\.epoch) == [1, 4])
    #expect(checked.observations[1].text.isEmpty)
    try expectGolden(diagnostics.text, "training-trace-outside")
  }

  @Test func `the prediction trace has the model's steps`() throws {
    let steps = "## Prediction Trace\n\n### In\n\n### Hidden\n\n### Out\n\n### Answer\n"
    #expect(try Small.check(steps).diagnostics.isEmpty)
    try expectGolden(try Small.check(steps + "\n### More\n").diagnostics.text, "prediction-trace-count")
  }

  @Test func `a project's target need not be met`() throws {
    let (checked, diagnostics) = try Small.check(
      "## Project\n\nReach `? accuracy[epochs] > 1` and `? epochs == 6`.\n")
    #expect(diagnostics.isEmpty)
    #expect(checked.targets == [false, true])
    #expect(checked.claims.isEmpty)
  }

  @Test func `an option's claims prove its mark`() throws {
    let good = "## Quiz\n\n### What?\n\n- [x] a `? lr[4] == 0`\n- [ ] b `? lr[4] > 0`\n- [ ] c\n"
    let (checked, diagnostics) = try Small.check(good)
    #expect(diagnostics.isEmpty)
    #expect(checked.claims.map(\.isTrue) == [true, false])
    let bad = "## Quiz\n\n### What?\n\n- [x] a `? lr[4] > 0`\n- [ ] b `? lr[4] == 0`\n- [ ] c `? lr[9] > 0`\n"
    try expectGolden(try Small.check(bad).diagnostics.text, "wrong-key")
  }
}
