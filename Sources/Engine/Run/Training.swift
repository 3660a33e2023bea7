/// A run under way, epoch by epoch: what trains can show how far it is, and be stopped.
///
/// ```swift
/// let training = try Training(pipeline)
/// while !training.isFinished { show(try training.advance()) }
/// let trace = try training.finish()
/// ```
public final class Training {
  private let trainer: any EpochByEpoch

  /// Runs stages 1 and 2 of `pipeline` and lays the model out; `table` is the data where the dataset is a file.
  public init(_ pipeline: Pipeline, table: Table? = nil) throws(EngineError) {
    switch pipeline.precision {
    case .float32: trainer = try Trainer<Float>(pipeline, table: table)
    case .float64: trainer = try Trainer<Double>(pipeline, table: table)
    }
  }

  /// Whether no epoch is left to train.
  public var isFinished: Bool { trainer.isFinished }

  /// Trains one epoch more.
  public func advance() throws(EngineError) -> Epoch { try trainer.advance() }

  /// Evaluates the model as it is, and tells everything.
  public func finish() throws(EngineError) -> Trace { try trainer.finish() }
}

/// A trainer of either scalar type.
protocol EpochByEpoch: AnyObject {
  var isFinished: Bool { get }
  func advance() throws(EngineError) -> Epoch
  func finish() throws(EngineError) -> Trace
}

extension Trainer: EpochByEpoch {}
