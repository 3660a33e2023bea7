import Testing

@testable import Lessons

@Suite struct `Targets of a project` {
  @Test(arguments: [
    ("val_accuracy[epochs] >= 0.93", "val_accuracy[last] >= 0.93"),
    ("val_loss[epochs] < 2 * 0.1 and parameters <= 3000", "val_loss[last] < 0.2 and parameters <= 3000.0"),
    ("loss[3] > loss[1]", "loss[3] > loss[1]"),
    ("min(val_loss) < val_loss[epochs]", "val_loss[min] < val_loss[last]"),
    ("-1 < first(lr)", "-1.0 < lr[first]"), ("evaluation.accuracy > 0.5", "accuracy > 0.5"),
    ("epochs == 4", "epochs == 4.0"),
  ])
  func `are judged by printed numbers where comparisons of them say it`(text: String, condition: String)
    throws
  {
    let target = try #require(try Small.check("").checked.target(text))
    #expect(target.condition == condition)
  }

  @Test(arguments: [
    "decreasing(loss)", "val_loss[epochs] < 0.2 or epochs < 3", "layer[1].max > 0", "abs(loss[1]) > 0",
  ])
  func `are left to the run where they say more`(text: String) throws {
    let target = try #require(try Small.check("").checked.target(text))
    #expect(target.condition == nil)
  }

  @Test(arguments: ["val_loss[", "speed > 3", "loss"])
  func `are none where they cannot be judged`(text: String) throws {
    #expect(try Small.check("").checked.target(text) == nil)
  }

  @Test func `say what the lesson's own run has`() throws {
    let checked = try Small.check("").checked
    let target = try #require(checked.target("parameters > 3 and train.samples == 1"))
    #expect(!target.isMet && target.reading == "parameters = 42, train.samples = 45")
  }
}
