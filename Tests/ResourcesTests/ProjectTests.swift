import Foundation
import Testing

/// What a page says of a pasted result.
@Suite struct `Results that learners paste` {
  @Test func `are judged by the numbers that a run printed`() throws {
    let output = """
      epoch  1  lr 0.100000  loss 0.4489  accuracy 0.8000  val_loss 0.3102  val_accuracy 0.9000
      epoch 2 lr: 1e-3, loss=0.2, val_loss 2.5e-1 val_accuracy 92.5%
      accuracy 0.9250
      parameters 1474
      and some noise
      """
    #expect(
      try said(
        output,
        [
          "val_accuracy[last] >= 0.92", "val_loss[min] < 0.3 and parameters <= 3000.0", "loss[2] < loss[1]",
          "epochs == 2.0", "accuracy > 0.93", "val_loss[mean] < 0.28", "lr[first] == 0.1", "r2 > 0.0",
          "loss[7] < 1.0",
        ]) == [
          "✓ met: val_accuracy[epochs] = 0.925", "✓ met: val_loss[min] = 0.25, parameters = 1474",
          "✓ met: loss[2] = 0.2, loss[1] = 0.4489", "✓ met: epochs = 2", "not met: accuracy = 0.925",
          "not met: val_loss[mean] = 0.2801", "✓ met: lr[first] = 0.1", "the output does not say r2",
          "the output does not say loss[7]",
        ])
  }

  @Test func `that are not numbers meet no target`() throws {
    #expect(try said("epoch 1 val_loss nan", ["val_loss[last] < 1.0"]) == ["not met: val_loss[epochs] = NaN"])
  }

  @Test func `may be infinite`() throws {
    #expect(
      try said("epoch 1 val_loss inf", ["val_loss[last] < 1.0"]) == ["not met: val_loss[epochs] = Infinity"])
  }

  @Test func `of a part of the run do not tell its best epoch`() throws {
    #expect(
      try said(
        "epoch 19 val_loss 0.3\nepoch 20 val_loss 0.2", ["val_loss[min] < 1.0", "val_loss[last] < 0.25"])
        == ["the output does not say val_loss[min]", "✓ met: val_loss[epochs] = 0.2"])
  }

  @Test func `come from a notebook with a heading before each part of the script`() throws {
    #expect(
      try said("", [], program: "\"\"\"About\"\"\"\n\nimport x\n\n# %% Data\na = 1\n\n# %%\nb\n") == [
        ###"code "\"\"\"About\"\"\"\n\nimport x""###, ###"markdown "## Data""###, ###"code "a = 1""###,
        ###"code "b""###,
      ])
  }

  private func said(_ output: String, _ conditions: [String], program: String = "") throws -> [String] {
    let input = try JSONSerialization.data(
      withJSONObject: ["output": output, "conditions": conditions, "program": program])
    let lines = try Node.output(
      ["Tests/ResourcesTests/project.mjs", "Resources/page/script/project.js"], input: input)
    return String(decoding: lines, as: UTF8.self).split(separator: "\n").map { String($0) }
  }
}
