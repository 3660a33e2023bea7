import Engine
import Testing

/// The component `name` with the arguments given, the others at their defaults.
private func component(_ category: Engine.Category, _ name: String, _ given: [String: Argument] = [:]) throws
  -> Component
{
  let row = try #require(category.entries.firstIndex { $0.name.description == name })
  let arguments = category.entries[row].parameters.map { parameter in
    given[parameter.name.description] ?? parameter.fallback ?? Argument.none
  }
  let component = Component(category, row: row, arguments: arguments)
  try #require(component.isValid)
  return component
}

/// The pipeline of `lessons/cosine-annealing-lr.md`, with `epochs` epochs.
private func cosine(_ precision: Pipeline.Precision, epochs: Int = 20) throws -> Pipeline {
  Pipeline(
    seed: 42, precision: precision,
    load: .init(
      try component(
        .dataset, "make_classification",
        ["n_samples": .integer(1000), "n_informative": .integer(10), "n_redundant": .integer(2)])),
    preprocess: [
      try component(.transform, "train_test_split", ["test_size": .real(0.2), "stratify": .flag(true)]),
      try component(.transform, "StandardScaler"),
    ],
    train: .init(
      model: [
        try component(.layer, "Linear", ["out_features": .integer(64)]), try component(.layer, "ReLU"),
        try component(.layer, "Linear", ["out_features": .integer(2)]),
      ], loss: try component(.loss, "CrossEntropyLoss"),
      optimizer: try component(.optimizer, "SGD", ["lr": .real(0.1), "momentum": .real(0.9)]), batchSize: 32,
      epochs: epochs),
    schedule: .init(try component(.scheduler, "CosineAnnealingLR", ["T_max": .integer(10)])),
    evaluate: .init(metrics: []))
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
}
