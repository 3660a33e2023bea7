import Testing

@testable import Engine
import EngineTestSupport

/// `init.json`: parameters as they are right after `manual_seed`, and where the generator stands then.
struct InitCase: Decodable, Sendable {
  let seed: UInt64
  let dtype: String
  let ctor: String?
  let `init`: String?
  let shape: [Int]?
  let params: [String: Goldens.Tensor]
  let buffers: [String: Goldens.Tensor]?
  let rand_after: [Double]

  struct File: Decodable {
    let modules: [InitCase]
    let functions: [InitCase]
  }
}

@Suite struct LayerInitTests {
  @Test func `layers draw their weights as PyTorch draws them`() throws {
    for golden in try Goldens.load("init", as: InitCase.File.self).modules {
      if golden.dtype == "f64" { try check(golden, Double.self) } else { try check(golden, Float.self) }
    }
  }

  @Test func `initializers of the catalog draw as those of PyTorch`() throws {
    #expect(!Catalog.initializers.isEmpty)
    for golden in try Goldens.load("init", as: InitCase.File.self).functions {
      if golden.dtype == "f64" {
        try checkFunction(golden, Double.self)
      } else {
        try checkFunction(golden, Float.self)
      }
    }
  }

  private func check<S: Scalar>(_ golden: InitCase, _: S.Type) throws {
    let call = try PythonCall(golden.ctor ?? "")
    let calls = call.name == "Sequential" ? call.calls : [call]
    guard calls.allSatisfy({ catalogHas(.layer, $0.name) }) else { return }
    let layers = try calls.map { try component(.layer, $0.name, $0.named(parameters(.layer, $0.name))) }
    var bench = try firstThatFits(layers, seed: golden.seed, S.self)
    #expect(bench.weights.count == golden.params.count, "\(golden.ctor ?? "")")
    for weight in bench.weights {
      let name = weight.name.description
      let named = golden.params.filter { $0.key == name || $0.key.hasSuffix(".\(name)") }
      let found = bench.read(bench.workspace.data(weight), weight.shape.count)
      let isRight = named.values.contains { tensor in
        tensor.shape == weight.shape.sizes
          && mismatch(found, rounded(tensor, S.self), tolerance: 1e-15) == nil
      }
      #expect(isRight, "\(golden.ctor ?? "") \(golden.seed): \(name)")
    }
    for (name, buffer) in golden.buffers ?? [:] where !name.hasSuffix("num_batches_tracked") {
      #expect(Set(buffer.data).isSubset(of: Set(bench.buffers)), "\(golden.ctor ?? ""): \(name)")
    }
    #expect(next(&bench.workspace.generator) == golden.rand_after.map { Float($0) }, "\(golden.ctor ?? "")")
  }

  /// The layers behind the first input shape that they take.
  private func firstThatFits<S: Scalar>(
    _ layers: [Component], seed: UInt64, _: S.Type
  ) throws -> LayerBench<S> {
    let first = layers[0].arguments.compactMap { if case .integer(let n) = $0 { n } else { nil } }.first ?? 1
    let shapes = (1...32).flatMap {
      [[1, first, $0, $0], [1, first, $0], [1, $0, first], [1, first], [1]]
    }
    func bench(_ shape: [Int]) throws -> LayerBench<S> {
      try LayerBench(shapes: [shape], seed: seed) { builder, inputs in
        var value = inputs[0]
        for layer in layers { value = try builder.build(layer, value) }
        return [value]
      }
    }
    for shape in shapes {
      do { return try bench(shape) } catch is EngineError { continue }
    }
    return try bench(shapes[0])
  }

  private func checkFunction<S: Scalar>(_ golden: InitCase, _: S.Type) throws {
    let call = try PythonCall(golden.`init` ?? "")
    guard catalogHas(.initializer, call.name) else { return }
    let initializer = try component(
      .initializer, call.name, call.named(parameters(.initializer, call.name)))
    var builder = Builder<S>(capacity: 1, generator: TorchGenerator(seed: golden.seed))
    let weight = builder.weight("t", Shape(golden.shape ?? []))
    try builder.redraw(weight, with: initializer)
    let exact = call.name == "orthogonal_" ? (S.isSingle ? 1e-5 : 1e-12) : 1e-15
    let found = builder.parameters.map { $0.double }
    let golden = (golden.params["t"].map { rounded($0, S.self) } ?? [], golden)
    #expect(mismatch(found, golden.0, tolerance: exact) == nil, "\(golden.1.`init` ?? "")")
    #expect(next(&builder.generator) == golden.1.rand_after.map { Float($0) }, "\(golden.1.`init` ?? "")")
  }

  private func parameters(_ category: Engine.Category, _ name: String) -> [String] {
    let entry = category.entries.first { $0.name.description == name }
    return entry?.parameters.map { $0.name.description } ?? []
  }

  private func rounded<S: Scalar>(_ tensor: Goldens.Tensor, _: S.Type) -> [Double] {
    tensor.data.map { S($0).double }
  }

  private func next(_ generator: inout TorchGenerator) -> [Float] {
    var values: [Float] = [0, 0]
    values.withUnsafeMutableBufferPointer { generator.uniform(into: $0) }
    return values
  }
}
