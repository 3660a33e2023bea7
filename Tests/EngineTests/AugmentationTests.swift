import Testing

@testable import Engine
import EngineTestSupport

/// Layers that change what training sees.
@Suite struct AugmentationTests {
  /// What `layer` makes of `values` in `shape`, batch first, and what backward makes of ones.
  private func run<S: Scalar>(
    _ layer: Component, _: S.Type, shape: [Int], values: [Double], training: Bool = true, seed: UInt64 = 5
  ) throws -> (output: [Double], gradient: [Double], generator: TorchGenerator) {
    var bench = try LayerBench<S>(layer, shape: shape)
    bench.workspace.generator = TorchGenerator(seed: seed)
    bench.workspace.training = training
    bench.write(values, to: bench.workspace.data(bench.inputs[0]))
    bench.forward()
    bench.write((0..<values.count).map(Double.init), to: bench.workspace.gradient(bench.outputs[0]))
    bench.backward()
    return (bench.read(bench.outputs[0]), bench.gradient(bench.inputs[0]), bench.workspace.generator)
  }

  @Test(arguments: [[2, 3], [4, 10]]) func `noise is torch's randn of the batch, times std`(shape: [Int])
    throws
  {
    let layer = try component(.layer, "GaussianNoise", ["std": 0.25])
    let values = (0..<shape[0] * shape[1]).map { Double($0) / 4 }
    let found = try run(layer, Double.self, shape: shape, values: values)
    var generator = TorchGenerator(seed: 5)
    var noise = [Double](repeating: 0, count: values.count)
    noise.withUnsafeMutableBufferPointer { generator.normal(into: $0) }
    #expect(found.output == zip(values, noise).map { $0 + $1 * 0.25 })
    #expect(found.gradient == (0..<values.count).map(Double.init))
    var after = found.generator
    #expect(after.random() == generator.random())
  }

  @Test(arguments: ["GaussianNoise", "RandomHorizontalFlip"])
  func `evaluation sees the samples as they are, and draws nothing`(name: String) throws {
    let values = (0..<24).map(Double.init)
    let found = try run(
      try component(.layer, name), Float.self, shape: [2, 3, 4], values: values, training: false)
    #expect(found.output == values && found.gradient == values)
    var (after, fresh) = (found.generator, TorchGenerator(seed: 5))
    #expect(after.random() == fresh.random())
  }

  @Test func `each sample is mirrored where torch.rand is below p`() throws {
    let layer = try component(.layer, "RandomHorizontalFlip", ["p": 0.4])
    let values = (0..<8 * 6).map(Double.init)
    let found = try run(layer, Float.self, shape: [8, 1, 2, 3], values: values)
    var generator = TorchGenerator(seed: 5)
    var expected: [Double] = []
    for row in 0..<8 {
      let isMirrored: Bool = generator.bernoulli(each: 0.4 as Float)
      for line in 0..<2 {
        let pixels = values[row * 6 + line * 3..<row * 6 + line * 3 + 3]
        expected += isMirrored ? pixels.reversed() : Array(pixels)
      }
    }
    #expect(found.output == expected && found.gradient == expected)
    #expect(found.output != values)
  }

  @Test(arguments: [(0.0, false), (1.0, true)]) func `p 0 mirrors none, p 1 all`(p: Double, all: Bool) throws
  {
    let layer = try component(.layer, "RandomHorizontalFlip", ["p": .number(p)])
    let found = try run(layer, Double.self, shape: [2, 1, 2], values: [1, 2, 3, 4])
    #expect(found.output == (all ? [2, 1, 4, 3] : [1, 2, 3, 4]))
  }

  @Test func `what is no picture is not mirrored`() throws {
    let layer = try component(.layer, "RandomHorizontalFlip")
    #expect(throws: EngineError.self) { _ = try LayerBench<Float>(layer, shape: [2, 5]) }
  }
}

/// What scikit-learn's LabelEncoder makes of values: the `label_encoder` of `model_selection.json`.
@Suite struct LabelEncoderTests {
  struct Golden: Decodable, Sendable {
    let values: [Double]
    let classes_: [Double]
    let encoded: [Double]
  }

  private struct File: Decodable { let label_encoder: [Golden] }

  static let all: [Golden] = (try? Goldens.load("model_selection", as: File.self).label_encoder) ?? []

  private static func table(_ targets: [Double], classes: Int = 0) -> Table {
    Table(rows: targets.count, columns: 1, features: targets, targets: targets, classes: classes)
  }

  @Test(arguments: all) func `values become scikit-learn's classes`(_ golden: Golden) throws {
    var data = Partition(Self.table(golden.values))
    data.validation = Self.table(Array(golden.values.suffix(1)))
    #expect(try data.apply("LabelEncoder") == Fitted(names: ["classes_"], values: [golden.classes_]))
    #expect(data.train.targets == golden.encoded && data.train.classes == golden.classes_.count)
    #expect(data.validation?.targets == Array(golden.encoded.suffix(1)))
  }

  @Test func `classes stay as they are`() throws {
    var data = Partition(Self.table([2, 0, 2], classes: 3))
    let before = data
    #expect(try data.apply("LabelEncoder") == Fitted() && data == before)
  }

  @Test func `a value that only the validation part has is refused`() {
    var data = Partition(Self.table([1, 2]))
    data.validation = Self.table([3])
    #expect(throws: EngineError.self) { try data.apply("LabelEncoder") }
  }

  @Test func `several targets in a row are no classes`() {
    var table = Self.table([1, 2])
    table.targetColumns = 2
    table.rows = 1
    var data = Partition(table)
    #expect(throws: EngineError.self) { try data.apply("LabelEncoder") }
  }
}
