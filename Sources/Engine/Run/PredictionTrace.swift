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

  /// The layers that each step spans: a parametrised layer with what follows it; what comes before the first joins it.
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
      let layer = network.layers[parametrised]
      let sums = network.read(layer.output, row: 0)
      if becomesProbabilities || parametrised + 1 < layers.upperBound { step.preactivations = sums }
      step.units = try units(
        of: layer, sums: sums, behind: try places(behind: parametrised, until: layers.upperBound))
    }
    return step
  }

  /// For each value of the last layer before `end`, the place of the output of layer `first` that it was made of: a pooling
  /// takes the greatest of its window. Empty where layers mix them otherwise.
  private func places(behind first: Int, until end: Int) throws(EngineError) -> [Int] {
    var places = Array(0..<min(network.layers[end - 1].output.shape.count, Bounds.units))
    for layer in network.layers[first + 1..<end].reversed() {
      let input = network.read(layer.input, row: 0)
      for i in places.indices {
        guard let window = try layer.component.sum(unit: places[i], input: layer.input.shape)?.inputs else {
          if layer.output.shape.count == input.count { break }
          return []
        }
        guard let start = window.first else { return [] }
        places[i] = window.reduce(start) { input[$1] > input[$0] ? $1 : $0 }
      }
    }
    return places
  }

  /// The sums behind those outputs `sums` of `layer` that stand at `places`.
  private func units(
    of layer: Network<S>.BuiltLayer, sums: [Double], behind places: [Int]
  ) throws(EngineError) -> [Unit] {
    var units: [Unit] = []
    let input = network.read(layer.input, row: 0)
    for index in places {
      guard let sum = try layer.component.sum(unit: index, input: layer.input.shape) else { return [] }
      let weights = network.workspace.data(network.weights[layer.weights.lowerBound])
      var terms = (0..<sum.inputs.count).map { place in
        let (x, weight) = (input[sum.inputs[place]], weights[sum.weights[place]].double)
        return Unit.Term(input: sum.inputs[place], x: x, weight: weight, product: weight * x)
      }
      terms.sort { ($1.product.magnitude, $0.input) < ($0.product.magnitude, $1.input) }
      let rest = terms.dropFirst(Bounds.terms)
      let bias = sum.bias.map { place in
        network.workspace.data(network.weights[layer.weights.lowerBound + 1])[place].double
      }
      units.append(
        Unit(
          index: index, terms: Array(terms.prefix(Bounds.terms)), rest: rest.reduce(0) { $0 + $1.product },
          restCount: rest.count, bias: bias, sum: sums[index]))
    }
    return units
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
