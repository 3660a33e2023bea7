extension Pipeline {
  /// Runs the five stages and tells what they did; `table` is the data where the dataset is a file.
  ///
  /// Equal pipelines and tables give equal traces, bit for bit, on every machine.
  public func run(table: Table? = nil) throws(EngineError) -> Trace {
    let training = try Training(self, table: table)
    while !training.isFinished { _ = try training.advance() }
    return try training.finish()
  }
}
