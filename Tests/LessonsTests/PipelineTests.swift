import Engine
import Testing

@testable import Lessons

/// What settings become: components of the catalog with their arguments.
@Suite struct PipelineTests {
  private func pipeline(_ changes: [(old: String, new: String)]) throws -> Pipeline {
    try Small.lesson(changes).pipeline
  }

  private func argument(_ name: String, of component: Component) throws -> Argument {
    component.arguments[try #require(component.info.row(of: name))]
  }

  @Test func `stages become components with defaults filled in`() throws {
    let pipeline = try pipeline([])
    #expect(pipeline.seed == 7)
    #expect(pipeline.precision == .float32)
    #expect("\(pipeline.load.dataset.info.name)" == "make_moons")
    #expect(pipeline.load.preview == 5 && pipeline.load.take == nil)
    #expect(pipeline.preprocess.map { "\($0.info.name)" } == ["train_test_split", "StandardScaler"])
    #expect(!pipeline.impliesSplit)
    #expect(pipeline.train.model.map { "\($0.info.name)" } == ["Linear", "ReLU", "Linear"])
    #expect(pipeline.train.batchSize == 15 && pipeline.train.epochs == 6 && pipeline.train.shuffle)
    #expect(try argument("momentum", of: pipeline.train.optimizer) == .real(0.9))
    #expect(try argument("nesterov", of: pipeline.train.optimizer) == .flag(false))
    #expect(try argument("in_features", of: pipeline.train.model[0]) == .none)
    #expect(pipeline.schedule.cadence == .epoch && pipeline.schedule.watched == .valLoss)
    #expect(pipeline.evaluate.metrics.count == 2 && pipeline.evaluate.predict == [.row(0)])
  }

  @Test(arguments: [
    "```yaml preprocess\n- StandardScaler\n```", "```yaml preprocess\n```", "```yaml preprocess\nnone\n```",
  ])
  func `a split that was left out is put first`(block: String) throws {
    let old = "```yaml preprocess\n- train_test_split: { test_size: 0.25 }\n- StandardScaler\n```"
    let lesson = try Small.lesson([(old, block)])
    #expect(lesson.pipeline.impliesSplit)
    let split = try #require(lesson.pipeline.preprocess.first)
    #expect("\(split.info.name)" == "train_test_split")
    #expect(try argument("test_size", of: split) == .real(0.2))
    #expect(lesson.places.preprocess.first == .some(nil))
  }

  @Test func `the load stage takes a preview and a number of rows`() throws {
    let load = try pipeline([("noise: 0.1 }", "noise: 0.1 }\npreview: 3\ntake: 40")]).load
    #expect(load.preview == 3 && load.take == 40)
  }

  @Test func `the train stage takes all of its settings`() throws {
    let more = """
      epochs: 6
      shuffle: False
      drop_last: true
      generator: 3
      weight_decay: 1e-3
      clip_grad_norm_: { max_norm: 2 }
      clip_grad_value_: 1/2
      early_stopping: { patience: 4, min_delta: 0.01, metric: val_accuracy }
      accumulation: 2
      averaging: 0.99
      groups: [ { layers: [0], lr: 0.01 } ]
      """
    let train = try pipeline([("epochs: 6", more)]).train
    #expect(!train.shuffle && train.dropLast && train.loaderSeed == 3)
    #expect(try argument("weight_decay", of: train.optimizer) == .real(0.001))
    #expect(train.clipGradNorm == 2 && train.clipGradValue == 0.5)
    #expect(train.earlyStopping == Pipeline.EarlyStopping(patience: 4, minDelta: 0.01, watched: .valAccuracy))
    #expect(train.accumulation == 2 && train.averaging == 0.99)
    #expect(train.groups.map(\.layers) == [[0]])
    #expect(try argument("lr", of: train.groups[0].optimizer) == .real(0.01))
    #expect(try argument("momentum", of: train.groups[0].optimizer) == .real(0.9))
  }

  @Test(arguments: ["none", "None", "null", "", "none:"])
  func `the schedule may be none`(text: String) throws {
    #expect(try pipeline([("CosineAnnealingLR: { T_max: 3 }", text)]).schedule.scheduler == nil)
  }

  @Test func `schedulers nest, step by the batch, and watch a metric`() throws {
    let sequence = """
      SequentialLR:
        schedulers:
          - LinearLR: { start_factor: 0.2, total_iters: 3 }
          - CosineAnnealingLR: { T_max: 9 }
        milestones: [3]
      step: batch
      """
    let schedule = try pipeline([("CosineAnnealingLR: { T_max: 3 }", sequence)]).schedule
    #expect(schedule.cadence == .batch)
    guard case .components(let parts) = schedule.scheduler?.arguments[0] else {
      Issue.record("no parts")
      return
    }
    #expect(parts.map { "\($0.info.name)" } == ["LinearLR", "CosineAnnealingLR"])
    let plateau = "ReduceLROnPlateau: {}\nmetric: accuracy"
    #expect(try pipeline([("CosineAnnealingLR: { T_max: 3 }", plateau)]).schedule.watched == .accuracy)
  }

  @Test func `rows to follow are numbers, lists and words`() throws {
    let rows = try pipeline([("predict: 0", "predict: [3, misclassified, most_confident, least_confident]")])
    #expect(rows.evaluate.predict == [.row(3), .misclassified, .mostConfident, .leastConfident])
    #expect(try pipeline([("predict: 0\n", "")]).evaluate.predict == [.row(0)])
  }

  @Test(
    arguments: [
      ("0.95 ^ epoch", 0.9025), ("0.95 ** epoch", 0.9025), ("lambda epoch: 0.95 ** epoch", 0.9025),
      ("lambda e: 0.5 ** (e // 2)", 0.5), ("1 / (1 + 0.5 * e)", 0.5), ("min(1, (epoch + 1) / 6)", 0.5),
      ("0.1 if epoch > 1 else 1", 0.1), ("1 if epoch < 2 else 0.5 if epoch < 3 else 0", 0.5),
      ("(1 + math.cos(math.pi * epoch / 2)) / 2", 0), ("max(0, 1, 2) - epoch % 2", 2), ("-epoch + 3", 1),
      ("not epoch == 2 or epoch >= 2 and 1", 1), ("int(epoch / 3)", 0), ("pow(2, -1)", 0.5), ("2 ^ 3 ^ 0", 2),
      ("-2 ^ 2", -4), ("exp(0) + sqrt(4)", 3),
    ] as [(String, Double)])
  func `a schedule's expression is Python's or ours`(text: String, value: Double) throws {
    let formula = try FormulaCompiler.compile(text)
    #expect(abs(formula(2) - value) < 1e-12)
  }

  @Test(arguments: ["epochs", "0.5 ^", "f(2)", "min(1)", "[1]", "lr[1]", "1 ~= 1", "sqrt(1, 2)", "\"a\""])
  func `what is no expression of the epoch is refused`(text: String) {
    #expect(throws: ExpressionError.self) { try FormulaCompiler.compile(text) }
  }

  @Test func `an expression of the epoch drives the schedule`() throws {
    let schedule = "LambdaLR: { lr_lambda: \"0.5 ^ epoch\" }"
    let trace = try pipeline([("CosineAnnealingLR: { T_max: 3 }", schedule)]).run()
    #expect(trace.epochs.map(\.rate.lr) == [0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125])
  }
}
