import Engine
import EngineTestSupport
import Testing

@Suite struct SchedulerErrorTests {
  /// A schedule that cannot be, and the parameter that the error is about.
  struct Impossible: Sendable, CustomTestStringConvertible {
    let name: String
    let params: [String: JSON]
    let parameter: String
    var steps = 0
    var momentum: Double? = 0.9

    var testDescription: String { "\(name) \(parameter)" }
  }

  static let step: JSON = ["StepLR", ["step_size": 3]]
  static let impossible: [Impossible] = [
    Impossible(name: "OneCycleLR", params: ["max_lr": 1], parameter: "total_steps"),
    Impossible(name: "OneCycleLR", params: ["max_lr": 1, "epochs": 3], parameter: "total_steps"),
    Impossible(
      name: "OneCycleLR", params: ["max_lr": 1, "total_steps": 5], parameter: "total_steps", steps: 6),
    Impossible(
      name: "OneCycleLR", params: ["max_lr": 1, "total_steps": 10, "pct_start": 0.1], parameter: "pct_start"),
    Impossible(
      name: "OneCycleLR", params: ["max_lr": 1, "total_steps": 9], parameter: "cycle_momentum", momentum: nil),
    Impossible(
      name: "CyclicLR", params: ["base_lr": 0.1, "max_lr": 1], parameter: "cycle_momentum", momentum: nil),
    Impossible(name: "ConstantLR", params: ["factor": 0, "total_iters": 2], parameter: "factor", steps: 2),
    Impossible(name: "ChainedScheduler", params: ["schedulers": []], parameter: "schedulers"),
    Impossible(
      name: "ChainedScheduler", params: ["schedulers": ["ReduceLROnPlateau"]], parameter: "schedulers"),
    Impossible(
      name: "SequentialLR", params: ["schedulers": [step, step], "milestones": []], parameter: "milestones"),
    Impossible(
      name: "SequentialLR", params: ["schedulers": [step, step, step], "milestones": [5, 3]],
      parameter: "milestones"),
    Impossible(
      name: "SequentialLR",
      params: ["schedulers": [step, ["ChainedScheduler", ["schedulers": [step]]]], "milestones": [3]],
      parameter: "schedulers"),
  ]

  @Test(arguments: impossible)
  func `what PyTorch refuses is refused, naming the parameter`(schedule: Impossible) throws {
    let component = try component(.scheduler, schedule.name, schedule.params)
    let error = #expect(throws: EngineError.self) {
      let scheduler = try Scheduler(component)
      var state = try scheduler.start(Rate(lr: 0.1, momentum: schedule.momentum))
      for _ in 0..<schedule.steps { try scheduler.advance(&state) }
    }
    guard case .invalidArgument(let name, let parameter, _) = error?.reason else {
      Issue.record("not about a parameter")
      return
    }
    #expect(name.description == schedule.name)
    #expect(parameter.description == schedule.parameter)
  }

  @Test func `a plateau without a metric is refused`() throws {
    let scheduler = try Scheduler(component(.scheduler, "ReduceLROnPlateau"))
    var state = try scheduler.start(Rate(lr: 0.1))
    #expect(throws: EngineError.self) { try scheduler.advance(&state) }
  }

  @Test func `a cycle may be stepped as often as it has steps`() throws {
    let cycle = try Scheduler(component(.scheduler, "OneCycleLR", ["max_lr": 1, "total_steps": 5]))
    var state = try cycle.start(Rate(lr: 0.1, momentum: 0.9))
    for _ in 1...5 { try cycle.advance(&state) }
    #expect(state.step == 5)
  }

  @Test func `only what swings the momentum says so, at any depth`() throws {
    func cycles(_ json: JSON) throws -> Bool { try Scheduler(component(.scheduler, json)).cyclesMomentum }
    let swing: JSON = ["CyclicLR", ["base_lr": 0.1, "max_lr": 1]]
    #expect(try !cycles(Self.step))
    #expect(try cycles(swing))
    #expect(try cycles(["SequentialLR", ["schedulers": [Self.step, swing], "milestones": [2]]]))
    #expect(try !cycles(["CyclicLR", ["base_lr": 0.1, "max_lr": 1, "cycle_momentum": false]]))
  }

  @Test func `a schedule never changes a momentum that it does not cycle`() throws {
    let cosine = try Scheduler(component(.scheduler, "CosineAnnealingLR", ["T_max": 4]))
    var state = try cosine.start(Rate(lr: 0.1, momentum: 0.7))
    for _ in 1...4 { try cosine.advance(&state) }
    #expect(state.rate.momentum == 0.7)
    #expect(abs(state.rate.lr) < 1e-15)
  }
}
