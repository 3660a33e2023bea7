/// Stages 1 and 2: the data loaded and preprocessed, and what that did.
struct Preparation {
  let load: LoadTrace
  private(set) var preprocess: PreprocessTrace
  let train: Table
  let validation: Table
  /// The rows that each fold of the cross-validation holds out; empty without one.
  private(set) var folds: [[Int]] = []
  /// The data as loaded, kept for the folds; empty without them.
  private(set) var all = Table(rows: 0, columns: 0, features: [], targets: [], classes: 0)

  init(_ pipeline: Pipeline, table: Table?) throws(EngineError) {
    let seed = UInt32(truncatingIfNeeded: pipeline.seed)
    let loaded = try Self.load(pipeline.load, seed: seed, table: table)
    try self.init(pipeline, LoadTrace(loaded, preview: pipeline.load.preview), Partition(loaded))
    guard let splitter = pipeline.evaluate.crossValidation else { return }
    do throws(EngineError) { folds = try loaded.folds(splitter, seed: seed) } catch {
      throw error.at(.crossValidation)
    }
    all = loaded
  }

  /// The loaded `data`, which may be split already, preprocessed.
  init(_ pipeline: Pipeline, _ load: LoadTrace, _ data: Partition) throws(EngineError) {
    let seed = UInt32(truncatingIfNeeded: pipeline.seed)
    self.load = load
    var data = data
    var transforms: [TransformTrace] = []
    for (place, component) in pipeline.preprocess.enumerated() {
      do throws(EngineError) {
        let before = data
        let fitted = try data.apply(component, seed: seed)
        try Bounds.check("data", Double(data.train.rows) * Double(data.train.columns), limit: Bounds.data)
        transforms.append(
          TransformTrace(
            component, fitted: fitted, before: before, after: data, preview: pipeline.load.preview))
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

  private static func load(
    _ stage: Pipeline.Load, seed: UInt32, table: Table?
  ) throws(EngineError) -> Table {
    do throws(EngineError) {
      let dataset = try Dataset(stage.dataset)
      if let size = dataset.size {
        try Bounds.check("data", Double(size.samples) * Double(size.features), limit: Bounds.data)
      }
      let loaded = try dataset.load(seed: seed, table: table)
      try Bounds.check("data", Double(loaded.rows) * Double(loaded.columns), limit: Bounds.data)
      return stage.take.map { loaded.prefix($0) } ?? loaded
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
  init(_ component: Component, fitted: Fitted, before: Partition, after: Partition, preview: Int) {
    let splits = before.validation == nil
    let rows = 0..<min(preview, after.train.rows)
    // Before a split the rows that the training part will begin with lie elsewhere.
    let places = splits ? after.trainRows : Array(0..<before.train.rows)
    let first = before.train.selecting(rows.map { places[$0] })
    self.component = component
    self.fitted = fitted
    input = Shape(before.train.rows, before.train.columns)
    output = Shape(after.train.rows, after.train.columns)
    validation = Shape(after.validation?.rows ?? 0, after.validation?.columns ?? 0)
    self.before = first.sample(rows, names: after.trainRows)
    self.after = after.train.sample(rows, names: after.trainRows)
    statisticsBefore = before.train.statistics
    statisticsAfter = after.train.statistics
  }
}
