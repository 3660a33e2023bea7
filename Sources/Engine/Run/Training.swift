/// A run under way, epoch by epoch: what trains can show how far it is, and be stopped.
///
/// ```swift
/// let training = try Training(pipeline)
/// while !training.isFinished { show(try training.advance()) }
/// let trace = try training.finish()
/// ```
public struct Training {
  private let trainer: Precise

  /// A trainer of either scalar type. Concrete, because a protocol's witness would run unspecialised code.
  private enum Precise {
    case float32(Trainer<Float>)
    case float64(Trainer<Double>)
  }

  /// Runs stages 1 and 2 of `pipeline` and lays the model out; `table` is the data where the dataset is a file.
  public init(_ pipeline: Pipeline, table: Table? = nil) throws(EngineError) {
    switch pipeline.precision {
    case .float32: trainer = .float32(try Trainer(pipeline, table: table))
    case .float64: trainer = .float64(try Trainer(pipeline, table: table))
    }
  }

  /// Whether no epoch is left to train.
  public var isFinished: Bool {
    switch trainer {
    case .float32(let trainer): trainer.isFinished
    case .float64(let trainer): trainer.isFinished
    }
  }

  /// Trains one epoch more.
  public func advance() throws(EngineError) -> Epoch {
    switch trainer {
    case .float32(let trainer): try trainer.advance()
    case .float64(let trainer): try trainer.advance()
    }
  }

  /// Validation `rows`, by number from 0, followed through the layers with the weights as they are now.
  ///
  /// May be asked before the first epoch and after any; the bits of the run do not depend on it.
  public func predictions(of rows: [Int]) throws(EngineError) -> [Prediction] {
    switch trainer {
    case .float32(let trainer): try trainer.predictions(of: rows)
    case .float64(let trainer): try trainer.predictions(of: rows)
    }
  }

  /// Evaluates the model as it is, and tells everything.
  public func finish() throws(EngineError) -> Trace {
    switch trainer {
    case .float32(let trainer): try trainer.finish()
    case .float64(let trainer): try trainer.finish()
    }
  }
}
