/// A dataset whose samples are in a file that the caller reads: the engine touches none.
///
/// Throws ``EngineError/Reason/missingTable`` without its table.
protocol StoredDataset: DatasetKind {}

extension StoredDataset {
  var size: (samples: Int, features: Int)? { nil }

  func load(seed: UInt32, table: Table?) throws(EngineError) -> Table {
    guard let table else { throw EngineError(.missingTable) }
    return table
  }
}
