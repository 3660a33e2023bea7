extension Trainer {
  /// Follows validation row `row` through the trained model.
  func predict(_ choice: Pipeline.Evaluate.Choice, row: Int) throws(EngineError) -> Prediction {
    let columns = validation.columns
    network.workspace.training = false
    network.workspace.rows = 1
    network.workspace.data(network.input).update(from: validation.features + row * columns, count: columns)
    network.forward()
    let input = network.read(network.input, row: 0)
    let output = network.read(network.output, row: 0)
    let probabilities = loss.link.probabilities(output)
    let answer: [Double]
    if probabilities.isEmpty {
      answer = output
    } else {
      answer = [Double(loss.link.decide(network.workspace.data(network.output), width: output.count))]
    }
    var steps = [PredictionStep(.input, layers: 0..<0, shape: network.input.shape, values: input)]
    for layers in spans() {
      steps.append(try step(layers, isLast: layers.upperBound == network.layers.count, probabilities))
    }
    let last = probabilities.isEmpty ? answer : probabilities
    steps.append(PredictionStep(.answer, layers: 0..<0, shape: Shape(last.count), values: last))
    let width = preparation.validation.targetColumns
    return Prediction(
      choice: choice, row: row, loadedRow: preparation.preprocess.validationRows[row], steps: steps,
      probabilities: probabilities, answer: answer,
      target: Array(preparation.validation.targets[row * width..<(row + 1) * width]))
  }

  /// The layers that each step spans: a parametrised layer with what follows it;
  /// what comes before the first joins it.
  private func spans() -> [Range<Int>] {
    let layers = network.layers
    var starts = layers.indices.filter { !layers[$0].weights.isEmpty }
    if starts.isEmpty { starts = [0] } else { starts[0] = 0 }
    return starts.enumerated().map { place, start in
      start..<(place + 1 < starts.count ? starts[place + 1] : layers.count)
    }
  }

  private func step(
    _ layers: Range<Int>, isLast: Bool, _ probabilities: [Double]
  ) throws(EngineError) -> PredictionStep {
    let parametrised = layers.first { !network.layers[$0].weights.isEmpty }
    let last = network.layers[layers.upperBound - 1]
    let output = network.read(last.output, row: 0)
    let becomesProbabilities = isLast && loss.link == .softmax
    var step = PredictionStep(
      .layer, layers: layers, shape: last.output.shape, values: becomesProbabilities ? probabilities : output)
    if let parametrised {
      if becomesProbabilities {
        step.preactivations = output
      } else if parametrised + 1 < layers.upperBound {
        step.preactivations = network.read(network.layers[parametrised].output, row: 0)
      }
      let origin = try origin(behind: parametrised, until: layers.upperBound)
      step.units = try units(of: network.layers[origin.layer], behind: origin.places)
    }
    return step
  }

  /// For each value of the last layer before `end`, the place of what it was made of in the output of layer
  /// `first`: a pooling takes the greatest of its window; or in that of the last layer that makes means.
  /// Empty where layers mix them otherwise.
  private func origin(behind first: Int, until end: Int) throws(EngineError) -> (layer: Int, places: [Int]) {
    let sums = network.layers[first].told?.sums ?? 1
    var places = Array(0..<min(network.layers[end - 1].output.shape.count, Bounds.sums / sums))
    for index in (first + 1..<end).reversed() {
      let layer = network.layers[index]
      let input = network.read(layer.input, row: 0)
      for i in places.indices {
        guard let sum = try layer.component.sum(unit: places[i], input: layer.input.shape) else {
          if layer.output.shape.count == input.count { break }
          return (first, [])
        }
        guard sum.share == nil else { return (index, places) }
        guard let start = sum.inputs.first else { return (first, []) }
        places[i] = sum.inputs.reduce(start) { input[$1] > input[$0] ? $1 : $0 }
      }
    }
    return (first, places)
  }

  /// What made those outputs of `layer` that stand at `places`.
  private func units(of layer: Network<S>.BuiltLayer, behind places: [Int]) throws(EngineError) -> [Unit] {
    if let told = layer.told { return places.map { told.unit(network.workspace, $0) } }
    var units: [Unit] = []
    let (input, output) = (network.read(layer.input, row: 0), network.read(layer.output, row: 0))
    for index in places {
      guard let sum = try layer.component.sum(unit: index, input: layer.input.shape) else { return [] }
      func weight(_ parameter: Int, _ place: Int) -> Double {
        network.workspace.data(network.weights[layer.weights.lowerBound + parameter])[place].double
      }
      let terms = sum.inputs.indices.map { place in
        Unit.Term(
          input: sum.inputs[place], x: input[sum.inputs[place]],
          weight: sum.share ?? weight(0, sum.weights[place]))
      }
      units.append(
        Unit(
          index: index, terms, most: Bounds.terms, bias: sum.bias.map { weight(1, $0) }, sum: output[index]))
    }
    return units
  }
}

extension Unit {
  /// The sum of `terms`, of which the `most` largest are told one by one.
  init(index: Int, _ terms: [Term], most: Int, bias: Double?, sum: Double) {
    let sorted = terms.sorted { ($1.product.magnitude, $0.input) < ($0.product.magnitude, $1.input) }
    let rest = sorted.dropFirst(most)
    self.init(
      index: index, terms: Array(sorted.prefix(most)), rest: rest.reduce(0) { $0 + $1.product },
      restCount: rest.count, bias: bias, sum: sum)
  }
}

extension Unit.Term {
  /// The input element at `input`, `x`, and the weight that it meets.
  init(input: Int, x: Double, weight: Double) {
    self.init(input: input, x: x, weight: weight, product: weight * x)
  }
}

extension PredictionStep {
  init(_ kind: Kind, layers: Range<Int>, shape: Shape, values: [Double]) {
    self.kind = kind
    self.layers = layers
    self.shape = shape
    self.values = values
    preactivations = []
    statistics = Statistics(values)
    units = []
  }
}
