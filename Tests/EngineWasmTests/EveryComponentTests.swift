import Engine
import EngineTestSupport
import Foundation
import Resources
import Testing

/// What holds for one pipeline and table natively must hold bit for bit in WebAssembly:
/// with the goldens met natively, as `EngineTests` shows, equal bits mean that they are met there too.
@Suite struct EveryComponentTests {
  /// A pipeline, and what the native build says of it.
  private struct Case {
    let name: String
    let pipeline: Pipeline
    let table: Table?
    let bytes: [UInt8]
    let predictions: [UInt8]
    let succeeds: Bool

    init(_ name: String, _ pipeline: Pipeline, _ table: Table?) {
      (self.name, self.pipeline, self.table) = (name, pipeline, table)
      var seen: [UInt8] = []
      do throws(EngineError) {
        let training = try Training(pipeline, table: table)
        seen += try Self.look(training)
        while !training.isFinished {
          _ = try training.advance()
          seen += try Self.look(training)
        }
        let trace = try training.finish()
        bytes = [0] + trace.digest.encoded + trace.encoded
        succeeds = true
      } catch {
        bytes = [1] + error.encoded
        succeeds = false
      }
      predictions = seen
    }

    private static func look(_ training: Training) throws(EngineError) -> [UInt8] {
      [0] + (try training.predictions(of: rows).encoded)
    }

    static let rows = [0]

    func job(_ module: [UInt8] = []) -> WasmJob {
      WasmJob(module: module, input: pipeline.encoded + table.encoded, rows: Self.rows)
    }

    /// Where the bytes part, nil if nowhere.
    func difference(_ run: WasmRun) -> String? {
      for (what, own, other) in [
        ("result", bytes, [run.status] + run.bytes), ("predictions", predictions, run.predictions),
      ] where own != other {
        let place = zip(own, other).enumerated().first { $1.0 != $1.1 }?.offset
        let said = run.status == 255 ? String(decoding: run.bytes, as: UTF8.self) : "status \(run.status)"
        return
          "\(what): byte \(place ?? min(own.count, other.count)) of \(own.count), \(other.count); \(said)"
      }
      return nil
    }
  }

  /// Runs `cases` in the whole module, and those that succeed in a module that has only what they need.
  private func compare(_ cases: [Case], _ note: String) throws {
    let module = try EngineModule.forTests
    let small = cases.filter { $0.succeeds }
    let runs = try WasmRun.all(
      cases.map { $0.job() } + small.map { $0.job(module.packed(for: $0.pipeline)) })
    #expect(runs.count == cases.count + small.count)
    for (index, (example, run)) in zip(cases + small, runs).enumerated() {
      let difference = example.difference(run)
      let which = index < cases.count ? "the whole module" : "its own module"
      #expect(difference == nil, "\(example.name) in \(which) (\(note))")
    }
  }

  @Test func `every component of the catalog gives the same bits in WebAssembly, in both precisions`() throws
  {
    let seed = UInt64.random(in: 0..<1 << 32)
    print("the pipelines are drawn with seed \(seed)")
    var draw = PipelineDraw(seed: seed)
    var cases: [Case] = []
    for category in Engine.Category.allCases {
      for row in category.entries.indices {
        for precision in [Pipeline.Precision.float32, .float64] {
          let name = "\(category) \(category.entries[row].name) \(precision)"
          var found = try drawn(&draw, category, row, precision, name)
          #expect(found.contains { $0.succeeds }, "\(name) was never run, seed \(seed)")
          // Refusals are compared too, but not all there were on the way.
          found = found.filter { $0.succeeds } + found.filter { !$0.succeeds }.prefix(1)
          cases += found
        }
      }
    }
    try compare(cases, "seed \(seed)")
  }

  /// Pipelines with the component, up to the first that runs.
  private func drawn(
    _ draw: inout PipelineDraw, _ category: Engine.Category, _ row: Int, _ precision: Pipeline.Precision,
    _ name: String
  ) throws -> [Case] {
    var found: [Case] = []
    for _ in 0..<600 {
      let (pipeline, table) = try draw.pipeline(with: category, row, precision)
      // A page's engine takes what survives its bytes, as every lesson does.
      guard (try? Pipeline(encoded: pipeline.encoded)) != nil else { continue }
      found.append(Case(name, pipeline, table))
      if found.last?.succeeds == true { break }
    }
    return found
  }

  @Test func `the golden runs give the same bits in WebAssembly, in both precisions`() throws {
    struct File: Decodable { let runs: [GoldenRun] }
    let runs = try Goldens.load("runs", as: File.self).runs
    #expect(!runs.isEmpty)
    let cases = try runs.flatMap { golden in
      try [Pipeline.Precision.float32, .float64].map { precision in
        let (pipeline, table) = try golden.pipeline(precision)
        return Case("\(golden) \(precision)", pipeline, table)
      }
    }
    #expect(cases.allSatisfy { $0.succeeds })
    try compare(cases, "golden")
  }
}
