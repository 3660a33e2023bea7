extension Pipeline {
  /// Runs the five stages and tells what they did; `table` is the data where the dataset is a file.
  ///
  /// Equal pipelines and tables give equal traces, bit for bit, on every machine.
  public func run(table: Table? = nil) throws(EngineError) -> Trace {
    switch precision {
    case .float32: try Trainer<Float>(self, table: table).run()
    case .float64: try Trainer<Double>(self, table: table).run()
    }
  }
}
