import Testing

@testable import Engine

@Suite struct LayerSumTests {
  static let layers: [JSON] = [
    ["Linear", ["out_features": 3]], ["Linear", ["out_features": 2, "bias": false]],
    ["Conv1d", ["out_channels": 4, "kernel_size": 3, "padding": 1, "groups": 2]],
    ["Conv2d", ["out_channels": 3, "kernel_size": [2, 3], "stride": 2, "padding": "valid"]],
    ["Conv2d", ["out_channels": 2, "kernel_size": 3, "padding": "same", "dilation": 2]],
    [
      "Conv2d",
      ["out_channels": 2, "kernel_size": 3, "padding": 1, "padding_mode": "reflect", "bias": false],
    ],
  ]

  @Test(arguments: layers) func `a unit's sum is told as the layer sums it`(_ layer: JSON) throws {
    let component = try component(.layer, layer)
    let shape = component.info.name.description == "Conv1d" ? [1, 4, 7] : [1, 2, 5, 6]
    var bench = try LayerBench<Float>(component, shape: shape, seed: 3)
    var draw = LayerDraw(seed: 4)
    bench.write(
      (0..<shape.reduce(1, *)).map { _ in draw.real(-1, 1) }, to: bench.workspace.data(bench.inputs[0]))
    bench.forward()
    let (x, y) = (bench.workspace.data(bench.inputs[0]), bench.workspace.data(bench.outputs[0]))
    let weight = bench.workspace.data(bench.weights[0])
    for unit in 0..<bench.outputs[0].shape.count {
      let sum = try #require(try component.sum(unit: unit, input: bench.inputs[0].shape))
      var value: Float = 0
      for (input, place) in zip(sum.inputs, sum.weights) {
        let product = weight[place] * x[input]
        value += product
      }
      if let bias = sum.bias { value += bench.workspace.data(bench.weights[1])[bias] }
      #expect(value == y[unit], "unit \(unit)")
    }
  }
}
