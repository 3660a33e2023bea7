import Engine
import EngineTestSupport
import Testing

@Suite struct SchedulerTests {
  struct File: Decodable { let cases: [Case] }

  /// A sequence of rates from `torch.optim.lr_scheduler`.
  struct Case: Decodable, CustomTestStringConvertible {
    let scheduler: String
    let params: [String: JSON]
    let base_lr: Double
    let resume_lr: Double?
    let optimizer: String
    let lr: [Double]
    let momentum: [Double]?
    let metrics: [Double]?

    var testDescription: String { "\(scheduler) \(params.keys.sorted())" }

    /// The scheduler, and its state when PyTorch's constructor is done.
    func start() throws -> (Scheduler, SchedulerState) {
      var params = params
      let last = params.removeValue(forKey: "last_epoch")?.integer ?? -1
      let scheduler = try Scheduler(component(.scheduler, scheduler, params))
      let rate = Rate(lr: resume_lr ?? base_lr, momentum: 0.9)
      let state =
        try last == -1 ? scheduler.start(rate) : scheduler.resume(rate, from: base_lr, after: last)
      return (scheduler, state)
    }
  }

  static let cases = Result {
    try Goldens.load("lr_schedulers", as: File.self).cases.filter { catalogHas(.scheduler, $0.scheduler) }
  }

  @Test func `every scheduler of the goldens is in the catalog`() throws {
    #expect(try Self.cases.get().count == Goldens.load("lr_schedulers", as: File.self).cases.count)
  }

  @Test(arguments: try Self.cases.get())
  func `rates and momenta are PyTorch's at every step`(golden: Case) throws {
    var (scheduler, state) = try golden.start()
    for (step, lr) in golden.lr.enumerated() {
      if step > 0 { try scheduler.advance(&state, golden.metrics?[step - 1]) }
      #expect(abs(state.rate.lr - lr) <= 1e-12, "after \(step) steps")
      if let momentum = golden.momentum?[step] {
        #expect(abs((state.rate.momentum ?? .nan) - momentum) <= 1e-12, "after \(step) steps")
      }
    }
  }
}
