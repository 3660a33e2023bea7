@testable import Engine
import EngineTestSupport

/// How a case of `layers.json` is laid out: the names of its inputs and outputs in order,
/// and what makes these of those.
///
/// Most have one of each. A recurrent layer's states, a query of another sequence and the attention itself
/// are no part of a lesson's model: these cases go one level below the catalog.
struct LayerPlan {
  let inputs: [String]
  let outputs: [String]
  let component: Component
  private let name: String
  private let batchFirst: Bool

  init(_ layer: LayerCase) throws {
    inputs = ["x", "q", "k", "v", "h0", "c0"].filter { layer.inputs[$0] != nil }
    outputs = ["y", "attn", "hn", "cn"].filter { layer.outputs[$0] != nil }
    var args = layer.args
    // The one thing that a case says by its name alone.
    if layer.module == "MultiheadAttention", layer.name.contains("causal") { args["is_causal"] = true }
    component = try EngineTestSupport.component(.layer, layer.module, args)
    name = layer.module
    batchFirst = args["batch_first"] == true
  }

  /// Lays the case out, and puts the places of states in the place of inputs that stand for them.
  func build<S: Scalar>(_ builder: inout Builder<S>, _ inputs: inout [Value]) throws -> [Value] {
    if inputs.count == 1 && outputs.count == 1 { return [try builder.build(component, inputs[0])] }
    var arguments = Arguments(component.arguments)
    switch name {
    case "RNN":
      let layer = RNN(&arguments)
      return try run(layer.recurrence.pass(layer.cell, inputs[0], &builder, for: RNN.self), &builder, &inputs)
    case "GRU":
      let layer = GRU(&arguments)
      return try run(
        layer.recurrence.pass(GatedCell(), inputs[0], &builder, for: GRU.self), &builder, &inputs)
    case "LSTM":
      let layer = LSTM(&arguments)
      return try run(
        layer.recurrence.pass(LongShortTermCell(), inputs[0], &builder, for: LSTM.self), &builder, &inputs)
    default:
      return attend(MultiheadAttention(&arguments), &builder, inputs)
    }
  }

  /// A recurrent layer whose first and last states are inputs and outputs.
  private func run<S: Scalar, Cell: RecurrentCell>(
    _ pass: RecurrentPass<S, Cell>, _ builder: inout Builder<S>, _ inputs: inout [Value]
  ) -> [Value] {
    let shape = Shape(pass.size)
    let starts = [pass.start.hidden, pass.start.cell]
    let carries = [pass.carry.hidden, pass.carry.cell]
    let states = self.inputs.count - 1
    var lasts: [Value] = []
    for i in 0..<states {
      inputs[i + 1] = Value(data: starts[i], gradient: carries[i], shape: shape)
      let place = builder.reserve(shape, rows: builder.capacity * inputs[0].shape[0])
      lasts.append(Value(data: place, gradient: carries[i], shape: shape))
    }
    builder.append(
      forward: { w in
        pass.forward(&w)
        let axes = pass.axes
        let sources = [w.data(pass.y), w.arena + pass.cells]
        for sequence in 0..<axes.sequences(rows: w.rows) {
          let token =
            (axes.steps(rows: w.rows) - 1) * axes.stepStride + sequence * axes.sequenceStride
          for (state, source) in zip(lasts, sources) {
            (w.data(state) + sequence * pass.size).update(from: source + token * pass.size, count: pass.size)
          }
        }
      },
      backward: { pass.backward(&$0) })
    return [pass.y] + lasts
  }

  /// Attention with the attention itself as an output, of one sequence to itself or of one to another.
  private func attend<S: Scalar>(
    _ layer: MultiheadAttention, _ builder: inout Builder<S>, _ inputs: [Value]
  ) -> [Value] {
    let features = inputs[0].shape[1]
    let projections = layer.projections(features, &builder)
    let result: (y: Value, average: Value?)
    if inputs.count == 1 {
      result = layer.attend(inputs[0], projections, &builder, averages: true)
    } else {
      var parts: [AttentionPass<S>.Part] = []
      for (i, input) in inputs.enumerated() {
        let third = Affine(
          weight: slice(projections.input.weight, i, Shape(features, features)),
          bias: slice(projections.input.bias, i, Shape(features)))
        parts.append(
          AttentionPass<S>.Part(
            value: builder.linear(input, third, outputs: features), column: 0,
            axes: SequenceAxes(batchFirst: batchFirst, second: input.shape[0])))
      }
      result = layer.attend(parts, features, projections, &builder, averages: true)
    }
    return [result.y] + [result.average].compactMap(\.self)
  }

  /// Third number `place` of a weight.
  private func slice(_ weight: Weight?, _ place: Int, _ shape: Shape) -> Weight? {
    weight.map { Weight(name: $0.name, offset: $0.offset + place * shape.count, shape: shape) }
  }
}
