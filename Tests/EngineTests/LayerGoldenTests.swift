import Testing

@testable import Engine
import EngineTestSupport

/// A layer of `layers.json`: what PyTorch made of its inputs, and the gradients of Σ ⟨cotangent, output⟩.
struct LayerCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let module: String
  let args: [String: JSON]
  let mode: String
  let inputs: [String: Goldens.Tensor]
  let params: [String: Goldens.Tensor]
  let buffers_before: [String: Goldens.Tensor]?
  let buffers_after: [String: Goldens.Tensor]?
  let outputs: [String: Goldens.Tensor]
  let cotangents: [String: Goldens.Tensor]
  let grad_inputs: [String: Goldens.Tensor]
  let grad_params: [String: Goldens.Tensor]

  var testDescription: String { "\(name) \(mode)" }

  private struct File: Decodable { let layers: [LayerCase] }

  /// The cases whose layer the catalog has.
  static var all: [LayerCase] {
    get throws {
      try Goldens.load("layers", as: File.self).layers.filter { catalogHas(.layer, $0.module) }
    }
  }
}

@Suite struct LayerGoldenTests {
  @Test func `layers agree with PyTorch in double precision`() throws {
    for layer in try LayerCase.all { try check(layer, Double.self, tolerance: 1e-12) }
  }

  @Test func `layers agree with PyTorch in single precision`() throws {
    for layer in try LayerCase.all { try check(layer, Float.self, tolerance: 1e-5) }
  }

  private func check<S: Scalar>(_ layer: LayerCase, _: S.Type, tolerance: Double) throws {
    let plan = try LayerPlan(layer)
    var bench = try LayerBench<S>(shapes: plan.inputs.map { layer.inputs[$0]?.shape ?? [] }) {
      try plan.build(&$0, &$1)
    }
    func expect(_ what: String, _ found: [Double], _ golden: Goldens.Tensor?) {
      guard let golden else { return }
      let mismatch = mismatch(found, golden.data, tolerance: tolerance)
      #expect(mismatch == nil, "\(layer.name) \(layer.args) \(layer.mode): \(what)")
    }
    for (name, value) in zip(plan.inputs, bench.inputs) {
      bench.write(layer.inputs[name]?.data ?? [], to: bench.workspace.data(value))
    }
    for weight in bench.weights {
      let golden = try #require(layer.params[weight.name.description], "\(layer.name): \(weight.name)")
      #expect(golden.shape == weight.shape.sizes, "\(layer.name): \(weight.name)")
      bench.write(golden.data, to: bench.workspace.data(weight))
    }
    #expect(bench.weights.count == layer.params.count, "\(layer.name)")
    let buffers = ["running_mean", "running_var", "num_batches_tracked"]
    bench.write(buffers.flatMap { layer.buffers_before?[$0]?.data ?? [] }, to: bench.workspace.buffers)
    bench.workspace.training = layer.mode == "train"
    bench.forward()
    for (name, value) in zip(plan.outputs, bench.outputs) {
      expect(name, bench.read(value, count: layer.outputs[name]?.data.count), layer.outputs[name])
      bench.write(layer.cotangents[name]?.data ?? [], to: bench.workspace.gradient(value))
    }
    bench.backward()
    for (name, value) in zip(plan.inputs, bench.inputs) {
      let golden = layer.grad_inputs[name]
      expect("gradient of \(name)", bench.gradient(value, count: golden?.data.count), golden)
    }
    for weight in bench.weights {
      expect("gradient of \(weight.name)", bench.gradient(weight), layer.grad_params[weight.name.description])
    }
    if let after = layer.buffers_after {
      let mismatch = mismatch(
        bench.buffers, buffers.flatMap { after[$0]?.data ?? [] }, tolerance: tolerance)
      #expect(mismatch == nil, "\(layer.name): buffers")
    }
  }
}
