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

  @Test(
    arguments: [
      ["out_channels": 3, "kernel_size": 2, "stride": 2],
      [
        "out_channels": 4, "kernel_size": [2, 3], "stride": [2, 1], "padding": [1, 0], "groups": 2,
        "bias": false,
      ],
      ["out_channels": 2, "kernel_size": 3, "stride": 2, "output_padding": 1, "dilation": 2],
    ] as [JSON])
  func `an element of a transposed convolution is the sum that is told`(_ settings: JSON) throws {
    let component = try component(.layer, ["ConvTranspose2d", settings])
    var bench = try LayerBench<Double>(component, shape: [1, 4, 3, 5], seed: 3)
    var draw = LayerDraw(seed: 4)
    bench.write((0..<60).map { _ in draw.real(-1, 1) }, to: bench.workspace.data(bench.inputs[0]))
    bench.forward()
    let (x, y) = (bench.workspace.data(bench.inputs[0]), bench.workspace.data(bench.outputs[0]))
    let weight = bench.workspace.data(bench.weights[0])
    for unit in 0..<bench.outputs[0].shape.count {
      // Windows are summed over the channels first, and then laid over one another: in another order than told.
      let sum = try #require(try component.sum(unit: unit, input: bench.inputs[0].shape))
      let products = zip(sum.inputs, sum.weights).reduce(0) { $0 + weight[$1.1] * x[$1.0] }
      let bias = sum.bias.map { bench.workspace.data(bench.weights[1])[$0] } ?? 0
      #expect((products + bias - y[unit]).magnitude < 1e-12, "unit \(unit)")
    }
  }

  @Test(
    arguments: [
      ("MaxPool2d", ["kernel_size": 2], true),
      ("MaxPool2d", ["kernel_size": 3, "stride": 1, "padding": 1], true),
      ("AvgPool2d", ["kernel_size": 3, "stride": 1, "padding": 1], false), ("Flatten", [:], true),
    ] as [(String, JSON, Bool)])
  func `a value behind a pooling has the sum that is the greatest of its window`(
    name: String, settings: JSON, isTold: Bool
  ) throws {
    let pipeline = Pipeline(
      seed: 2, precision: .float32,
      load: .init(try component(.dataset, "make_blobs", ["n_samples": 60, "n_features": 16])),
      preprocess: [try component(.transform, "train_test_split", ["test_size": 20])],
      train: .init(
        model: [
          try component(.layer, "Unflatten", ["dim": 1, "unflattened_size": [1, 4, 4]]),
          try component(.layer, "Conv2d", ["out_channels": 3, "kernel_size": 3, "padding": 1]),
          try component(.layer, "ReLU"), try component(.layer, [.string(name), settings]),
          try component(.layer, "Flatten"), try component(.layer, "Linear", ["out_features": 3]),
        ], loss: try component(.loss, "CrossEntropyLoss"),
        optimizer: try component(.optimizer, "SGD", ["lr": 0.01]), batchSize: 10, epochs: 1),
      schedule: .init(nil), evaluate: .init(metrics: [], predict: [.row(3)]))
    let step = try pipeline.run().predictions[0].steps[1]
    #expect(step.units.isEmpty == !isTold)
    for (unit, value) in zip(step.units, step.values) {
      #expect(unit.sum == step.preactivations[unit.index])
      #expect(max(unit.sum, 0) == value)
    }
    if isTold { #expect(step.units.count == step.values.count) }
  }
}
