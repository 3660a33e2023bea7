/// A run under way, epoch by epoch: what trains can show how far it is, and be stopped.
///
/// ```swift
/// let training = try Training(pipeline)
/// while !training.isFinished { show(try training.advance()) }
/// let trace = try training.finish()
/// ```
public struct Training {
  private let course: Course

  /// Runs stages 1 and 2 of `pipeline` and lays the model out;
  /// `table` is the data where the dataset is a file.
  public init(_ pipeline: Pipeline, table: Table? = nil) throws(EngineError) {
    course = try Catalog.scalars[Int(pipeline.precision.rawValue)].begin(pipeline, table)
  }

  /// Whether no epoch is left to train.
  public var isFinished: Bool { course.isFinished() }

  /// Trains one epoch more.
  public func advance() throws(EngineError) -> Epoch { try course.advance() }

  /// Validation `rows`, by number from 0, followed through the layers with the weights as they are now.
  ///
  /// May be asked before the first epoch and after any; the bits of the run do not depend on it.
  public func predictions(of rows: [Int]) throws(EngineError) -> [Prediction] {
    try course.predictions(rows)
  }

  /// Evaluates the model as it is, and tells everything.
  public func finish() throws(EngineError) -> Trace { try course.finish() }
}

/// What a trainer does, whatever its scalar type: closures,
/// because a protocol's witness would run unspecialised code.
struct Course {
  let isFinished: () -> Bool
  let advance: () throws(EngineError) -> Epoch
  let predictions: ([Int]) throws(EngineError) -> [Prediction]
  let finish: () throws(EngineError) -> Trace
}

/// A scalar type's row in the catalog.
struct ScalarEntry: Sendable {
  let begin: @Sendable (Pipeline, Table?) throws(EngineError) -> Course

  init<S: Scalar>(_: S.Type) {
    begin = { (pipeline: Pipeline, table: Table?) throws(EngineError) -> Course in
      let trainer = try Trainer<S>(pipeline, table: table)
      return Course(
        isFinished: { trainer.isFinished },
        advance: { () throws(EngineError) -> Epoch in try trainer.advance() },
        predictions: { (rows: [Int]) throws(EngineError) -> [Prediction] in
          try trainer.predictions(of: rows)
        },
        finish: { () throws(EngineError) -> Trace in try trainer.finish() })
    }
  }
}
