// Cross-validation: the lesson's model trained anew on all folds but one,
// and measured on that one, fold by fold.

/// The cross-validation of one scalar type, a row of the catalog.
struct FoldsEntry: Sendable {
  /// Trains and measures a model for every fold; given is what the metrics found on the validation part.
  let measure: @Sendable (Pipeline, Preparation, [Measurement]) throws(EngineError) -> CrossValidation

  init<S: Scalar>(_: S.Type) {
    measure = {
      (pipeline: Pipeline, all: Preparation, found: [Measurement]) throws(EngineError) -> CrossValidation in
      do throws(EngineError) {
        let metrics = all.foldMetrics(pipeline, found)
        var result = CrossValidation(folds: [], scores: metrics.map { .init(metric: $0, values: []) })
        for fold in all.folds.indices {
          let (pipeline, part) = try all.fold(fold, of: pipeline)
          let outcome = try Trainer<S>(pipeline, part).outcome()
          result.folds.append(.init(trainCount: part.train.rows, heldOut: all.folds[fold]))
          for place in metrics.indices {
            result.scores[place].values += try outcome.measure(metrics[place]).values
          }
        }
        return result
      } catch { throw EngineError(error.reason, at: .crossValidation) }
    }
  }
}

extension Trainer {
  /// The lesson's model on all folds; nil where the lesson asks for none.
  ///
  /// Each model has the lesson's seed and settings.
  func crossValidate(_ found: [Measurement]) throws(EngineError) -> CrossValidation? {
    preparation.folds.isEmpty
      ? nil : try Catalog.folds[Int(pipeline.precision.rawValue)].measure(pipeline, preparation, found)
  }

  /// Trains to the end, and evaluates.
  fileprivate func outcome() throws(EngineError) -> Outcome {
    while !isFinished { _ = try advance() }
    updater.exchangeAverage(network.workspace)
    return evaluate()
  }
}

extension Preparation {
  /// The loss, in classification the accuracy, and what else of the evaluate stage is one number.
  fileprivate func foldMetrics(_ pipeline: Pipeline, _ found: [Measurement]) -> [Component] {
    let all = Catalog.metrics.indices.map { Component(.metric, row: $0, arguments: []) }
    var metrics = all.filter { $0.isKind(LossMetric.info) }
    if train.classes > 0 { metrics += all.filter { $0.isKind(Accuracy.info) } }
    // By their bytes: to compare the strings in them would bring the Unicode tables into the page.
    for (metric, measurement) in zip(pipeline.evaluate.metrics, found)
    where measurement.shape.rank == 0 && !metrics.contains(where: { $0.encoded == metric.encoded }) {
      metrics.append(metric)
    }
    return metrics
  }
}

extension Preparation {
  /// What is trained and held out in fold `place`, each transform fitted anew; the fold is the split.
  func fold(
    _ place: Int, of pipeline: Pipeline
  ) throws(EngineError) -> (pipeline: Pipeline, part: Preparation) {
    var pipeline = pipeline
    pipeline.preprocess.removeAll { $0.isKind(TrainTestSplit.info) }
    pipeline.evaluate.crossValidation = nil
    var data = Partition(all)
    var isHeldOut = [Bool](repeating: false, count: all.rows)
    for row in folds[place] { isHeldOut[row] = true }
    data.trainRows = data.trainRows.filter { !isHeldOut[$0] }
    data.validationRows = folds[place]
    data.train = all.selecting(data.trainRows)
    data.validation = all.selecting(data.validationRows)
    return (pipeline, try Preparation(pipeline, load, data))
  }
}

extension Preparation {
  /// Throws if training on `train` and on every fold takes more steps,
  /// or multiplications of `work` a row, than may be.
  func checkSize(_ settings: Pipeline.Train, work: Double) throws(EngineError) {
    let parts = [(train.rows, validation.rows)] + folds.map { (all.rows - $0.count, $0.count) }
    let (size, epochs) = (Double(settings.batchSize), Double(settings.epochs))
    let steps = parts.reduce(0.0) { $0 + (Double($1.0) / size).rounded(.up) }
    let passes = parts.reduce(0.0) { $0 + 3 * Double($1.0) + Double($1.1) }
    try Bounds.check("steps", steps * epochs, limit: Bounds.steps)
    try Bounds.check("work", work * passes * epochs, limit: Bounds.work)
  }
}
