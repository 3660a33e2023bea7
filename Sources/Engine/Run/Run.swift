extension Pipeline {
  /// Runs the five stages and tells what they did; `table` is the data where the dataset is a file.
  ///
  /// Equal pipelines and tables give equal traces, bit for bit, on every machine.
  public func run(table: Table? = nil) throws(EngineError) -> Trace {
    let training = try Training(self, table: table)
    while !training.isFinished { _ = try training.advance() }
    return try training.finish()
  }

  /// Validation `rows`, followed through the model as it is after `epochs` epochs,
  /// or as many as early stopping lets be.
  public func predictions(
    of rows: [Int], after epochs: Int, table: Table? = nil
  ) throws(EngineError) -> [Prediction] {
    let training = try Training(self, table: table)
    var trained = 0
    while trained < epochs && !training.isFinished {
      _ = try training.advance()
      trained += 1
    }
    return try training.predictions(of: rows)
  }
}
