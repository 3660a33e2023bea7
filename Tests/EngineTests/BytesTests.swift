import Testing

@testable import Engine
import EngineTestSupport

/// A pipeline with something in every setting.
private func sample() throws -> Pipeline {
  var pipeline = Pipeline(
    seed: .max, precision: .float64,
    load: .init(try component(.dataset, "make_moons", ["n_samples": .number(40)]), preview: 3, take: 30),
    preprocess: [try component(.transform, "train_test_split"), try component(.transform, "StandardScaler")],
    train: .init(
      model: [
        try component(.layer, "Linear", ["out_features": .number(3)]), try component(.layer, "ReLU"),
        try component(.layer, "Linear", ["out_features": .number(2)]),
      ], loss: try component(.loss, "CrossEntropyLoss"),
      optimizer: try component(.optimizer, "SGD", ["lr": .number(0.1)]), batchSize: 8, epochs: 3),
    schedule: .init(try component(.scheduler, "LinearLR"), cadence: .batch, watched: .accuracy),
    evaluate: .init(metrics: [], predict: [.row(1), .mostConfident, .leastConfident]))
  pipeline.impliesSplit = true
  pipeline.train.shuffle = false
  pipeline.train.dropLast = true
  pipeline.train.loaderSeed = 7
  pipeline.train.clipGradNorm = 1
  pipeline.train.clipGradValue = 0.5
  pipeline.train.earlyStopping = .init(patience: 2, minDelta: 0.1, watched: .loss)
  return pipeline
}

@Suite struct BytesTests {
  @Test func `a pipeline comes back from its bytes`() throws {
    let pipeline = try sample()
    #expect(try Pipeline(encoded: pipeline.encoded) == pipeline)
  }

  @Test func `a formula comes back from its bytes`() throws {
    let formula = try #require(Formula([.constant(-0.5), .epoch, .power, .not], text: "not (-0.5 ^ epoch)"))
    let copy = try Formula(encoded: formula.encoded)
    #expect(copy == formula && copy.text == formula.text)
    let halves: [Formula.Instruction] = [.epoch, .add]
    #expect(throws: MalformedBytes.self) { try Formula(encoded: halves.encoded + "".encoded) }
  }

  @Test func `a table comes back from its bytes, unless its sizes disagree`() throws {
    var table = Table(rows: 2, columns: 1, features: [.pi, -0.0], targets: [0, 1], classes: 2)
    table.classNames = ["nein", "ja ✓"]
    #expect(try Table(encoded: table.encoded) == table)
    table.targets[1] = 2
    #expect(throws: MalformedBytes.self) { try Table(encoded: table.encoded) }
    table.targets = [0]
    #expect(throws: MalformedBytes.self) { try Table(encoded: table.encoded) }
  }

  @Test func `every way to cut or change a byte is answered, never trapped`() throws {
    let bytes = try sample().encoded
    for place in bytes.indices {
      #expect(throws: MalformedBytes.self) { try Pipeline(encoded: Array(bytes[..<place])) }
      for value in [0, 1, 0x7f, 0xff] as [UInt8] where value != bytes[place] {
        var changed = bytes
        changed[place] = value
        // What is still a pipeline has that one canonical form.
        if let pipeline = try? Pipeline(encoded: changed) { #expect(pipeline.encoded == changed) }
      }
    }
  }

  @Test func `arguments outside their domain are refused`() throws {
    var pipeline = try sample()
    pipeline.train.optimizer.arguments[0] = .real(-1)
    #expect(throws: MalformedBytes.self) { try Pipeline(encoded: pipeline.encoded) }
    pipeline = try sample()
    pipeline.train.loss = pipeline.train.optimizer
    #expect(throws: MalformedBytes.self) { try Pipeline(encoded: pipeline.encoded) }
    pipeline = try sample()
    pipeline.train.epochs = 0
    #expect(throws: MalformedBytes.self) { try Pipeline(encoded: pipeline.encoded) }
  }

  @Test func `components nested without end are refused`() throws {
    let chain = try component(.scheduler, "ConstantLR")
    let row = try #require(
      Category.scheduler.entries.firstIndex { $0.name.description == "ChainedScheduler" })
    let nested = (0..<1000).reduce(chain) { inner, _ in
      Component(.scheduler, row: row, arguments: [.components([inner])])
    }
    #expect(throws: MalformedBytes.self) { try Component(encoded: nested.encoded) }
  }

  @Test func `every NaN has the same bytes`() {
    #expect(Double.nan.encoded == (-Double.nan).encoded)
    #expect(Double.nan.encoded == Double(nan: 5, signaling: false).encoded)
    #expect(0.0.encoded != (-0.0).encoded)
  }

  @Test func `the digest is FNV-1a`() {
    #expect(Trace.digest(of: []) == 0xcbf2_9ce4_8422_2325)
    #expect(Trace.digest(of: Array("foobar".utf8)) == 0x8594_4171_f739_67e8)
  }

  @Test func `equal runs have equal digests, another seed another`() throws {
    var pipeline = try sample()
    let digest = try pipeline.run().digest
    #expect(try pipeline.run().digest == digest)
    pipeline.seed = 1
    #expect(try pipeline.run().digest != digest)
  }
}
