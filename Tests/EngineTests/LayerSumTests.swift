import Testing

@testable import Engine
import EngineTestSupport

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
      // Windows are summed over the channels first, and then laid over one
      // another: in another order than told.
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
      ("AvgPool2d", ["kernel_size": 2, "divisor_override": 3], false),
      ("AdaptiveAvgPool2d", ["output_size": [1, 3]], false),
    ] as [(String, JSON, Bool)])
  func `a value behind a pooling has the sum that is the greatest of its window, or the window's mean`(
    name: String, settings: JSON, isGreatest: Bool
  ) throws {
    let step = try traced([
      try component(.layer, "Unflatten", ["dim": 1, "unflattened_size": [1, 4, 4]]),
      try component(.layer, "Conv2d", ["out_channels": 3, "kernel_size": 3, "padding": 1]),
      try component(.layer, "ReLU"), try component(.layer, [.string(name), settings]),
      try component(.layer, "Flatten"), try component(.layer, "Linear", ["out_features": 3]),
    ])
    #expect(step.units.count == step.values.count)
    for (unit, value) in zip(step.units, step.values) {
      if isGreatest {
        #expect(unit.sum == step.preactivations[unit.index])
        #expect(max(unit.sum, 0) == value)
      } else {
        #expect(unit.sum == value && unit.bias == nil)
        #expect((unit.terms.reduce(unit.rest) { $0 + $1.product } - value).magnitude < 1e-6)
      }
    }
  }

  @Test(
    arguments: [
      ("RNN", [:]), ("RNN", ["nonlinearity": "relu", "bias": false]), ("RNN", ["batch_first": false]),
      ("GRU", [:]), ("GRU", ["returns": "h_n"]), ("LSTM", [:]), ("LSTM", ["returns": "h_n", "bias": false]),
    ] as [(String, [String: JSON])])
  func `the state of a recurrent unit is what its gates make of the sums that are told`(
    name: String, settings: [String: JSON]
  ) throws {
    var settings = settings
    settings["hidden_size"] = 5
    if settings["batch_first"] == nil { settings["batch_first"] = true }
    let step = try traced([
      try component(.layer, "Unflatten", ["dim": 1, "unflattened_size": [4, 4]]),
      try component(.layer, [.string(name), .object(settings)]),
      try component(.layer, "Flatten"), try component(.layer, "Linear", ["out_features": 3]),
    ])
    #expect(step.units.count == step.values.count)
    for (place, (unit, value)) in zip(step.units, step.values).enumerated() {
      #expect(unit.index == place && unit.sum == value && unit.terms.isEmpty)
      for sum in unit.gates.flatMap({ [$0.input, $0.state] }) {
        let products = sum.terms.reduce(sum.rest) { $0 + $1.product }
        #expect((products + (sum.bias ?? 0) - sum.sum).magnitude < 1e-5)
      }
      let (state, gates) =
        switch name {
        case "GRU": stepped(GatedCell(), unit)
        case "LSTM": stepped(LongShortTermCell(), unit)
        default: stepped(ElmanCell(rectifies: settings["nonlinearity"] != nil), unit)
        }
      #expect(state == value && gates == unit.gates.map(\.value))
    }
  }

  /// What `cell` makes of the sums that `unit` tells, in the run's precision.
  private func stepped(_ cell: some RecurrentCell, _ unit: Unit) -> (state: Double, gates: [Double]) {
    var gates = unit.gates.map { Float($0.input.sum) }
    let fromState = unit.gates.map { Float($0.state.sum) }
    let before = (hidden: Float(unit.states[0]), cell: Float(unit.states.count > 1 ? unit.states[1] : 0))
    let after = cell.step(0, of: 1, &gates, fromState, before)
    if unit.states.count > 2 { #expect(Double(after.cell) == unit.states[2]) }
    return (Double(after.hidden), gates.map { Double($0) })
  }

  /// The second step of row 3 through `model`, which reads sixteen features and tells three classes.
  private func traced(_ model: [Component]) throws -> PredictionStep {
    let pipeline = Pipeline(
      seed: 2, precision: .float32,
      load: .init(try component(.dataset, "make_blobs", ["n_samples": 60, "n_features": 16])),
      preprocess: [try component(.transform, "train_test_split", ["test_size": 20])],
      train: .init(
        model: model, loss: try component(.loss, "CrossEntropyLoss"),
        optimizer: try component(.optimizer, "SGD", ["lr": 0.01]), batchSize: 10, epochs: 1),
      schedule: .init(nil), evaluate: .init(metrics: [], predict: [.row(3)]))
    return try pipeline.run().predictions[0].steps[1]
  }
}
