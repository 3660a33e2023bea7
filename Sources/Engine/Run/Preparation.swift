/// Stages 1 and 2: the data loaded and preprocessed, and what that did.
struct Preparation {
  let load: LoadTrace
  private(set) var preprocess: PreprocessTrace
  private(set) var train: Table
  private(set) var validation: Table
  /// The rows that each fold of the cross-validation holds out; empty without one.
  private(set) var folds: [[Int]] = []
  /// The data as loaded, kept for the folds; empty without them.
  private(set) var all = Table(rows: 0, columns: 0, features: [], targets: [], classes: 0)

  init(_ pipeline: Pipeline, table: Table?) throws(EngineError) {
    let seed = UInt32(truncatingIfNeeded: pipeline.seed)
    let data = Partition(try pipeline.loaded(from: table))
    let load = LoadTrace(data.train, preview: pipeline.load.preview)
    let splitter = pipeline.evaluate.crossValidation
    let all = splitter == nil ? nil : data.train
    try self.init(pipeline, load, consume data)
    guard let splitter, let all else { return }
    do throws(EngineError) { folds = try all.folds(splitter, seed: seed) } catch {
      throw error.at(.crossValidation)
    }
    self.all = all
  }

  /// The loaded `data`, which may be split already, preprocessed: in place where nobody else holds it.
  init(_ pipeline: Pipeline, _ load: LoadTrace, _ data: consuming Partition) throws(EngineError) {
    let seed = UInt32(truncatingIfNeeded: pipeline.seed)
    self.load = load
    var transforms: [TransformTrace] = []
    for (place, component) in pipeline.preprocess.enumerated() {
      do throws(EngineError) {
        transforms.append(
          try TransformTrace(applying: component, to: &data, seed: seed, preview: pipeline.load.preview))
        try Bounds.check("data", Double(data.train.rows) * Double(data.train.columns), limit: Bounds.data)
      } catch { throw error.at(.preprocess(place)) }
    }
    guard let validation = data.validation else {
      throw EngineError(.conflict("the data was never split into a training and a validation part"))
    }
    train = data.train
    self.validation = validation
    preprocess = PreprocessTrace(
      transforms: transforms, trainRows: data.trainRows, validationRows: data.validationRows,
      trainClassCounts: train.classCounts, validationClassCounts: validation.classCounts,
      features: train.columns)
  }

  /// Lets go of the features, which a trainer holds in its own scalar type.
  mutating func dropFeatures() {
    train.features = []
    validation.features = []
  }
}

extension Pipeline {
  /// The samples that a run begins with; of those that `table` has, where the dataset reads one.
  ///
  /// A table that was loaded so loads as itself.
  public func loaded(from table: Table?) throws(EngineError) -> Table {
    do throws(EngineError) {
      let dataset = try Dataset(load.dataset)
      if let size = dataset.size {
        try Bounds.check("data", Double(size.samples) * Double(size.features), limit: Bounds.data)
      }
      let loaded = try dataset.load(seed: UInt32(truncatingIfNeeded: seed), table: table)
      try Bounds.check("data", Double(loaded.rows) * Double(loaded.columns), limit: Bounds.data)
      return load.take.map { loaded.prefix($0) } ?? loaded
    } catch { throw error.at(.load) }
  }
}

extension Table {
  /// Samples per class; empty in regression.
  var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: classes)
    if classes > 0 { for target in targets { counts[Int(target)] += 1 } }
    return counts
  }

  /// The rows in `places`, which are rows `names` of the loaded data.
  func sample(_ places: Range<Int>, names: [Int]) -> Sample {
    Sample(
      rows: places.map { names[$0] },
      features: Array(features[places.lowerBound * columns..<places.upperBound * columns]),
      targets: Array(targets[places.lowerBound * targetColumns..<places.upperBound * targetColumns]),
      columns: columns)
  }

  /// Per feature.
  var statistics: [Statistics] { Statistics.columns(of: features, rows: rows, columns: columns) }
}

extension LoadTrace {
  init(_ table: Table, preview: Int) {
    samples = table.rows
    features = table.columns
    classes = table.classes
    targetColumns = table.targetColumns
    featureNames = table.featureNames
    classNames = table.classNames
    hasTokens = table.hasTokens
    classCounts = table.classCounts
    self.preview = table.sample(0..<min(preview, table.rows), names: Array(0..<table.rows))
    statistics = table.statistics
    target = table.classes == 0 ? Statistics(table.targets) : nil
    points = table.columns == 2 ? table.features : []
    pointTargets = table.columns == 2 ? table.targets : []
  }
}

extension TransformTrace {
  /// Applies `component` to `data` and tells what that did.
  init(
    applying component: Component, to data: inout Partition, seed: UInt32, preview: Int
  ) throws(EngineError) {
    let wasSplit = data.validation != nil
    let first = data.train.sample(0..<min(preview, data.train.rows), names: data.trainRows)
    self.component = component
    input = Shape(data.train.rows, data.train.columns)
    statisticsBefore = data.train.statistics
    fitted = try data.apply(component, seed: seed)
    output = Shape(data.train.rows, data.train.columns)
    validation = Shape(data.validation?.rows ?? 0, data.validation?.columns ?? 0)
    after = data.train.sample(0..<min(preview, data.train.rows), names: data.trainRows)
    // A split moves samples and leaves them as they are.
    before = wasSplit || data.validation == nil ? first : after
    statisticsAfter = data.train.statistics
  }
}
