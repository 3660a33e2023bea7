import Engine
import EngineTestSupport
import Foundation
import Testing

/// Complete training runs of real PyTorch, replayed end to end.
@Suite struct RunTests {
  struct File: Decodable { let runs: [GoldenRun] }

  static let runs: [GoldenRun] = (try? Goldens.load("runs", as: File.self).runs) ?? []

  @Test func `the golden runs are there`() { #expect(!Self.runs.isEmpty) }

  @Test(arguments: runs) func `a float32 run follows PyTorch's loss to the noise of its summation order`(
    _ golden: GoldenRun
  ) throws {
    let (pipeline, table) = try golden.pipeline(.float32)
    let trace = try pipeline.run(table: table)
    for (i, epoch) in trace.epochs.enumerated() {
      let tolerance = max(2e-6, 20 * golden.drift_f32[i])
      let valTolerance = max(2e-6, 20 * golden.drift_f32_val[i])
      #expect(abs(epoch.loss - golden.f32.train_loss[i]) <= tolerance, "\(golden) epoch \(i + 1)")
      #expect(abs(epoch.valLoss - golden.f32.val_loss[i]) <= valTolerance, "\(golden) epoch \(i + 1)")
    }
    try golden.compare(trace, with: golden.f32)
  }

  @Test(arguments: runs) func `a float64 run follows PyTorch's loss to 1e-10`(_ golden: GoldenRun) throws {
    let (pipeline, table) = try golden.pipeline(.float64)
    let trace = try pipeline.run(table: table)
    for (i, epoch) in trace.epochs.enumerated() {
      #expect(
        abs(epoch.loss - golden.f64.train_loss[i]) <= 1e-10 * abs(epoch.loss), "\(golden) epoch \(i + 1)")
      #expect(
        abs(epoch.valLoss - golden.f64.val_loss[i]) <= 1e-10 * abs(epoch.valLoss), "\(golden) epoch \(i + 1)")
    }
    try golden.compare(trace, with: golden.f64)
  }

  @Test func `the same pipeline gives the same trace`() throws {
    let golden = try #require(Self.runs.first)
    let (pipeline, table) = try golden.pipeline(.float32)
    #expect(try pipeline.run(table: table) == pipeline.run(table: table))
  }
}
