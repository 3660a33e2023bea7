import Engine
import EngineTestSupport

/// Draws pipelines at random from what the catalog says of its parameters: new rows are drawn without a word.
struct PipelineDraw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Steele, Lea and Flood's SplitMix64, 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func real(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ p: Double) -> Bool { real(0, 1) < p }

  mutating func any<Element>(of elements: [Element]) -> Element { elements[integer(0...elements.count - 1)] }

  /// A small pipeline with the component of `row` of the list of `category` in its place.
  mutating func pipeline(
    with category: Engine.Category, _ row: Int, _ precision: Pipeline.Precision
  ) throws -> (pipeline: Pipeline, table: Table?) {
    let chosen = component(category, row)
    let regression = chance(0.4)
    var pipeline = Pipeline(
      seed: next(), precision: precision, load: .init(try dataset(regression: regression)),
      preprocess: [try EngineTestSupport.component(.transform, "train_test_split")],
      train: .init(
        model: [], loss: try loss(regression: regression),
        optimizer: try EngineTestSupport.component(.optimizer, "Adam", ["lr": 0.01]),
        batchSize: integer(7...16), epochs: integer(1...3)),
      schedule: .init(nil, cadence: any(of: [.epoch, .batch])), evaluate: .init(metrics: []))
    pipeline.train.model = try model(outputs: regression ? 1 : any(of: [1, 2, 3]))
    if chance(0.2) { pipeline.train.accumulation = 2 }
    if chance(0.2) { pipeline.train.averaging = 0.5 }
    if chance(0.2) { pipeline.train.clipGradNorm = 0.5 }
    switch category {
    case .dataset: pipeline.load.dataset = chosen
    case .transform: pipeline.preprocess.insert(chosen, at: integer(0...1))
    case .layer: try wrap(chosen, into: &pipeline)
    case .loss: pipeline.train.loss = chosen
    case .optimizer: pipeline.train.optimizer = chosen
    case .scheduler: pipeline.schedule.scheduler = chosen
    case .metric: pipeline.evaluate.metrics = [chosen]
    case .initializer: pipeline.train.model[0].initializers = [.init(parameter: 0, component: chosen)]
    case .splitter: pipeline.evaluate.crossValidation = chosen
    }
    if category == .transform && chosen.info.name.description == "train_test_split" {
      pipeline.preprocess = [chosen]
    }
    return (pipeline, readsFile(pipeline.load.dataset) ? table(regression: regression) : nil)
  }

  private func readsFile(_ dataset: Component) -> Bool {
    !dataset.info.name.description.hasPrefix("make_")
  }

  private mutating func dataset(regression: Bool) throws -> Component {
    if chance(0.5) {
      return try EngineTestSupport.component(.dataset, "csv", ["path": "a.csv", "target": "y"])
    }
    return regression
      ? try EngineTestSupport.component(.dataset, "make_regression", ["n_samples": 50, "n_features": 4])
      : try EngineTestSupport.component(
        .dataset, "make_blobs", ["n_samples": 50, "centers": .number(Double(integer(2...3)))])
  }

  /// A table of small whole numbers, which serve as reals, as pixels and as tokens.
  private mutating func table(regression: Bool) -> Table {
    let (rows, columns, classes) = (40, 24, regression ? 0 : integer(2...3))
    var table = Table(
      rows: rows, columns: columns, features: (0..<rows * columns).map { _ in Double(integer(0...3)) },
      targets: (0..<rows).map { _ in regression ? real(-1, 1) : Double(integer(0...classes - 1)) },
      classes: classes)
    table.featureNames = (0..<columns).map { "ö\($0)" }
    return table
  }

  private mutating func loss(regression: Bool) throws -> Component {
    try EngineTestSupport.component(
      .loss, regression ? "MSELoss" : any(of: ["CrossEntropyLoss", "BCEWithLogitsLoss"]))
  }

  /// A perceptron, whose outputs some losses want as probabilities or their logarithms.
  private mutating func model(outputs: Int) throws -> [Component] {
    // Muon moves matrices only.
    let bias = JSON.bool(chance(0.7))
    let layer = { (name: String, width: Int) in
      try EngineTestSupport.component(
        .layer, name, ["out_features": .number(Double(width)), "bias": bias])
    }
    let last = any(of: ["", "", "Sigmoid", "LogSoftmax"])
    return [
      try layer("Linear", 6), try EngineTestSupport.component(.layer, "ReLU"), try layer("Linear", outputs),
    ]
      + (last.isEmpty ? [] : [try EngineTestSupport.component(.layer, last)])
  }

  /// Puts `layer` in front of the model, on features in one of the shapes that layers take.
  private mutating func wrap(_ layer: Component, into pipeline: inout Pipeline) throws {
    pipeline.load.dataset = try EngineTestSupport.component(
      .dataset, "csv", ["path": "a.csv", "target": "y"])
    let shape: [JSON] = any(of: [[], [2, 12], [12, 2], [2, 3, 4], [4, 3, 2]])
    let before =
      shape.isEmpty
      ? []
      : [
        try EngineTestSupport.component(
          .layer, "Unflatten", ["dim": 1, "unflattened_size": .array(shape)])
      ]
    pipeline.train.model =
      before + [layer, try EngineTestSupport.component(.layer, "Flatten")] + pipeline.train.model
  }

  private mutating func component(_ category: Engine.Category, _ row: Int, depth: Int = 0) -> Component {
    let parameters = category.entries[row].parameters
    return Component(category, row: row, arguments: parameters.map { argument($0, depth: depth) })
  }

  private mutating func argument(_ parameter: Parameter, depth: Int) -> Argument {
    if parameter.name.description == "n_samples" { return .integer(integer(30...60)) }
    if let fallback = parameter.fallback, chance(0.7) { return fallback }
    if parameter.takesNone && chance(0.2) { return .none }
    if !parameter.words.isEmpty && chance(0.2) { return .choice(integer(0...parameter.words.count - 1)) }
    switch parameter.domain {
    case .flag: return .flag(chance(0.5))
    case .integer(let range): return .integer(small(range))
    case .real(let bounds): return .real(small(bounds))
    case .choice(let words): return .choice(integer(0...words.count - 1))
    case .integers(let range, let count): return .integers(times(count) { $0.small(range) })
    case .reals(let bounds, let count): return .reals(times(count) { $0.small(bounds) })
    case .components(let category):
      let parts = times(1...2) { draw in
        draw.component(category, draw.integer(0...category.entries.count - 1), depth: depth + 1)
      }
      return .components(depth < 2 ? parts : [])
    case .formula:
      let program: [Formula.Instruction] = [.constant(0.9), .epoch, .power]
      return Formula(program, text: "0.9 ^ epoch").map { .formula($0) } ?? .none
    case .text: return .text("tëxt")
    }
  }

  private mutating func times<Element>(
    _ count: ClosedRange<Int>, _ draw: (inout Self) -> Element
  ) -> [Element] {
    (0..<integer(count.lowerBound...min(count.upperBound, max(count.lowerBound, 3)))).map { _ in draw(&self) }
  }

  private mutating func small(_ range: ClosedRange<Int>) -> Int {
    integer(max(range.lowerBound, -3)...max(range.lowerBound, min(range.upperBound, 6)))
  }

  private mutating func small(_ bounds: Parameter.Bounds) -> Double {
    let value = real(max(bounds.lower, -2), min(bounds.upper, 2))
    return bounds.contains(value) ? value : 0.5
  }
}
