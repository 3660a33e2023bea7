import Engine
import EngineTestSupport
import Foundation
import Resources
import Testing

/// The pipeline of `lessons/cosine-annealing-lr.md`, with `epochs` epochs.
private func cosine(_ precision: Pipeline.Precision, epochs: Int = 20) throws -> Pipeline {
  Pipeline(
    seed: 42, precision: precision,
    load: .init(
      try component(
        .dataset, "make_classification", ["n_samples": 1000, "n_informative": 10, "n_redundant": 2])),
    preprocess: [
      try component(.transform, "train_test_split", ["test_size": 0.2, "stratify": true]),
      try component(.transform, "StandardScaler"),
    ],
    train: .init(
      model: [
        try component(.layer, "Linear", ["out_features": 64]), try component(.layer, "ReLU"),
        try component(.layer, "Linear", ["out_features": 2]),
      ], loss: try component(.loss, "CrossEntropyLoss"),
      optimizer: try component(.optimizer, "SGD", ["lr": 0.1, "momentum": 0.9]), batchSize: 32,
      epochs: epochs),
    schedule: .init(try component(.scheduler, "CosineAnnealingLR", ["T_max": 10])),
    evaluate: .init(metrics: [try component(.metric, "accuracy")]))
}

@Suite struct SameBitsTests {
  @Test(arguments: [Pipeline.Precision.float32, .float64])
  func `the cosine lesson trains to the same bits in WebAssembly`(precision: Pipeline.Precision) throws {
    let pipeline = try cosine(precision)
    let trace = try pipeline.run()
    let run = try WasmRun(pipeline.encoded + Table?.none.encoded)
    #expect(run.status == 0)
    let bytes = trace.digest.encoded + trace.encoded
    #expect(run.bytes.count == bytes.count)
    #expect(zip(run.bytes, bytes).enumerated().first { $1.0 != $1.1 }?.offset == nil)
  }

  @Test func `an engine error comes out of WebAssembly as its bytes`() throws {
    var pipeline = try cosine(.float32, epochs: 1)
    pipeline.train.batchSize = 100_000
    let error = #expect(throws: EngineError.self) { try pipeline.run() }
    let run = try WasmRun(pipeline.encoded + Table?.none.encoded)
    #expect(run.status == 1)
    #expect(run.bytes == error?.encoded)
  }

  @Test func `bytes that are no pipeline are refused in WebAssembly`() throws {
    #expect(try WasmRun([1, 2, 3]).status == 2)
    #expect(try WasmRun([]).status == 2)
    #expect(try WasmRun(Array(try cosine(.float32).encoded.dropLast())).status == 2)
  }

  @Test func `a row that is not there is an error, not a trap`() throws {
    let input = try cosine(.float32, epochs: 1).encoded + Table?.none.encoded
    let run = try #require(try WasmRun.all([WasmJob(input: input, rows: [-1])]).first)
    #expect(run.status == 0 && run.predictions.first == 1)
  }

  @Test func `a module cut down for another lesson traps and does no harm`() throws {
    let small = try EngineModule.forTests.packed(for: cosine(.float32))
    let input = try cosine(.float64, epochs: 1).encoded + Table?.none.encoded
    #expect(try WasmRun.all([WasmJob(module: small, input: input)]).map(\.status) == [255])
  }
}

extension EngineModule {
  /// The module that the tests run.
  static var forTests: EngineModule {
    get throws {
      let pieces = try Data(contentsOf: URL(filePath: WasmRun.module + ".pieces"))
      // Kept for as long as the tests run: the module reads them where they lie.
      let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieces.count)
      _ = kept.initialize(from: pieces)
      return EngineModule(pieces: UnsafeBufferPointer(kept))
    }
  }
}
