extension Pipeline: ByteDecodable {
  /// Seed, precision, then the stages.
  public func encode(to writer: inout ByteWriter) {
    writer.write(seed, precision)
    writer.write(load.dataset, load.preview, load.take)
    writer.write(preprocess, impliesSplit)
    writer.write(train, schedule, evaluate)
  }

  /// Seed, precision, then the stages; refused unless every setting is one that a lesson may have.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let (seed, precision): (UInt64, Precision) = (try reader.read(), try reader.read())
    let load = Load(
      try reader.component(.dataset), preview: try reader.count(), take: try reader.optionalCount())
    let preprocess = try reader.components(.transform)
    let impliesSplit: Bool = try reader.read()
    self.init(
      seed: seed, precision: precision, load: load, preprocess: preprocess, train: try reader.read(),
      schedule: try reader.read(), evaluate: try reader.read())
    self.impliesSplit = impliesSplit
  }
}

extension Pipeline.Precision: ByteDecodable {}
extension Pipeline.Watched: ByteDecodable {}
extension Pipeline.Schedule.Cadence: ByteDecodable {}

extension Pipeline.Train: ByteDecodable {
  /// Model, loss, optimizer; sizes; the loader's settings; clipping; early stopping;
  /// groups, accumulation, averaging.
  public func encode(to writer: inout ByteWriter) {
    writer.write(model, loss, optimizer)
    writer.write(batchSize, epochs)
    writer.write(shuffle, dropLast, loaderSeed)
    writer.write(clipGradNorm, clipGradValue, earlyStopping)
    writer.write(groups, accumulation, averaging)
  }

  /// Model, loss, optimizer; sizes; the loader's settings; clipping; early stopping;
  /// groups, accumulation, averaging.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(
      model: try reader.components(.layer), loss: try reader.component(.loss),
      optimizer: try reader.component(.optimizer), batchSize: try reader.count(), epochs: try reader.count())
    shuffle = try reader.read()
    dropLast = try reader.read()
    loaderSeed = try reader.read()
    clipGradNorm = try reader.read { (limit: Double?) in (limit ?? 1) > 0 }
    clipGradValue = try reader.read { (limit: Double?) in (limit ?? 1) > 0 }
    earlyStopping = try reader.read()
    groups = try reader.read()
    accumulation = try reader.count()
    averaging = try reader.read { (decay: Double?) in Parameter.Bounds.belowOne.contains(decay ?? 0) }
  }
}

extension Pipeline.ParameterGroup: ByteDecodable {
  /// Layers, optimizer.
  public func encode(to writer: inout ByteWriter) { writer.write(layers, optimizer) }

  /// Layers, optimizer.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(
      layers: try reader.read { (layers: [Int]) in layers.allSatisfy { $0 >= 0 } },
      optimizer: try reader.component(.optimizer))
  }
}

extension Pipeline.EarlyStopping: ByteDecodable {
  /// Patience, the least improvement, the series.
  public func encode(to writer: inout ByteWriter) { writer.write(patience, minDelta, watched) }

  /// Patience, the least improvement, the series.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(
      patience: try reader.read { (epochs: Int) in 0...Parameter.countLimit ~= epochs },
      minDelta: try reader.read { (delta: Double) in delta >= 0 }, watched: try reader.read())
  }
}

extension Pipeline.Schedule: ByteDecodable {
  /// Scheduler, cadence, the series.
  public func encode(to writer: inout ByteWriter) { writer.write(scheduler, cadence, watched) }

  /// Scheduler, cadence, the series.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let scheduler: Component? = try reader.read { ($0 as Component?)?.category ?? .scheduler == .scheduler }
    self.init(scheduler, cadence: try reader.read(), watched: try reader.read())
  }
}

extension Pipeline.Evaluate: ByteDecodable {
  /// Metrics, choices, the splitter of a cross-validation.
  public func encode(to writer: inout ByteWriter) { writer.write(metrics, predict, crossValidation) }

  /// Metrics, choices, the splitter of a cross-validation.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    self.init(metrics: try reader.components(.metric), predict: try reader.read())
    crossValidation = try reader.read { ($0 as Component?)?.category ?? .splitter == .splitter }
  }
}

extension Pipeline.Evaluate.Choice: ByteDecodable {
  /// The row from 0, or −1, −2, −3 for the most confident, the least confident, the misclassified one.
  public func encode(to writer: inout ByteWriter) {
    switch self {
    case .row(let row): writer.write(row)
    case .mostConfident: writer.write(-1)
    case .leastConfident: writer.write(-2)
    case .misclassified: writer.write(-3)
    }
  }

  /// The row from 0, or what stands for a choice.
  public init(from reader: inout ByteReader) throws(MalformedBytes) {
    let row: Int = try reader.read { (row: Int) in -3...Parameter.countLimit ~= row }
    switch row {
    case -1: self = .mostConfident
    case -2: self = .leastConfident
    case -3: self = .misclassified
    default: self = .row(row)
    }
  }
}

extension ByteReader {
  fileprivate mutating func component(_ category: Category) throws(MalformedBytes) -> Component {
    try read { (component: Component) in component.category == category }
  }

  fileprivate mutating func components(_ category: Category) throws(MalformedBytes) -> [Component] {
    try read { (components: [Component]) in components.allSatisfy { $0.category == category } }
  }

  /// A number from 1.
  fileprivate mutating func count() throws(MalformedBytes) -> Int {
    try read { (count: Int) in 1...Parameter.countLimit ~= count }
  }

  /// A number from 1, or none.
  fileprivate mutating func optionalCount() throws(MalformedBytes) -> Int? {
    try read { (count: Int?) in 1...Parameter.countLimit ~= (count ?? 1) }
  }
}
