@testable import Engine
import EngineTestSupport
import Testing

/// The terms of every scheduler's formula, on the golden cases.
@Suite struct `Terms of a schedule` {
  @Test(arguments: try SchedulerTests.cases.get().filter { $0.resume_lr == nil })
  func `the last term is the rate of every step`(golden: SchedulerTests.Case) throws {
    var (scheduler, state) = try golden.start()
    var advance = Advance(before: state, after: state, metric: nil)
    for step in golden.lr.indices {
      if step > 0 {
        let (before, metric) = (state, golden.metrics?[step - 1])
        try scheduler.advance(&state, metric)
        advance = Advance(before: before, after: state, metric: metric)
      }
      let terms = scheduler.explain(advance).list
      let rate = try #require(terms.last?.value)
      #expect(abs(rate - state.rate.lr) <= 2e-15 * max(1, golden.base_lr), "after \(step) steps")
      #expect(terms.first?.symbol.description == "t")
    }
  }

  @Test(arguments: CatalogTests.rows.filter { $0.category == .scheduler })
  func `every scheduler tells more than its rate`(_ row: CatalogTests.Row) throws {
    let golden = try #require(try SchedulerTests.cases.get().first { $0.scheduler == row.testDescription })
    let (scheduler, state) = try golden.start()
    #expect(scheduler.explain(Advance(before: state, after: state, metric: nil)).list.count > 3)
  }

  @Test func `the terms of a cosine are its formula's, in order`() throws {
    let scheduler = try Scheduler(component(.scheduler, "CosineAnnealingLR", ["T_max": .number(10)]))
    var state = try scheduler.start(Rate(lr: 0.1))
    for _ in 0..<4 { try scheduler.advance(&state) }
    let before = state
    try scheduler.advance(&state)
    let terms = scheduler.explain(Advance(before: before, after: state, metric: nil)).list
    let cosine = Double.cos(.pi * 5 / 10)
    #expect(terms.map(\.value) == [5, .pi * 5 / 10, cosine, 1 + cosine, 0.05, 0, 0.1 * (1 + cosine) / 2])
  }

  @Test func `a plateau counts what was not better, and a rest counts nothing`() throws {
    let scheduler = try Scheduler(
      component(
        .scheduler, "ReduceLROnPlateau",
        ["factor": .number(0.5), "patience": .number(1), "cooldown": .number(1)]))
    var state = try scheduler.start(Rate(lr: 1))
    var waited: [Double] = []
    var rates: [Double] = []
    for metric in [3.0, 4, 4, 4, 4, 2, 2] {
      let before = state
      try scheduler.advance(&state, metric)
      let terms = scheduler.explain(Advance(before: before, after: state, metric: metric)).list
      waited.append(terms[3].value)
      rates.append(terms[terms.count - 1].value)
    }
    #expect(waited == [0, 1, 2, 0, 1, 0, 1])
    #expect(rates == [1, 1, 0.5, 0.5, 0.5, 0.5, 0.5])
  }

  @Test func `of schedulers in sequence the one in force speaks`() throws {
    let linear = try component(.scheduler, "LinearLR", ["total_iters": .number(2)])
    let cosine = try component(.scheduler, "CosineAnnealingLR", ["T_max": .number(4)])
    let row = try #require(Catalog.schedulers.firstIndex { $0.info.name.description == "SequentialLR" })
    let scheduler = try Scheduler(
      Component(.scheduler, row: row, arguments: [.components([linear, cosine]), .integers([2])]))
    var state = try scheduler.start(Rate(lr: 0.1))
    var told = [scheduler.explain(Advance(before: state, after: state, metric: nil))]
    for _ in 0..<3 {
      let before = state
      try scheduler.advance(&state)
      told.append(scheduler.explain(Advance(before: before, after: state, metric: nil)))
    }
    #expect(
      told.map(\.scheduler.name.description)
        == ["LinearLR", "LinearLR", "CosineAnnealingLR", "CosineAnnealingLR"])
    #expect(told.map { $0.list[0].value } == [0, 1, 0, 1])
  }
}
