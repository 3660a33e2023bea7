/// A way to divide samples into folds for cross-validation.
protocol SplitterKind: ComponentKind {
  /// The rows of `table` that each fold holds out, ascending;
  /// `seed` is the `random_state` where the component has none.
  func folds(of table: Table, seed: UInt32) throws(EngineError) -> [[Int]]
}

extension SplitterKind {
  /// The seed of a shuffle; throws for a `random_state` in row `parameter` that would have no effect.
  static func seed(
    _ arguments: inout Arguments, shuffle: Bool, parameter: Int
  ) throws(EngineError) -> UInt32? {
    let seed = arguments.nextSeed()
    if seed != nil && !shuffle { throw invalid(parameter: parameter, "has no effect without shuffle: true") }
    return seed
  }
}

extension Parameter {
  /// How many folds there are.
  static let foldCount = Parameter.integer("n_splits", in: 2...1000, default: 5, "number of folds")
}

/// A splitter's row in the catalog.
public struct SplitterEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  let folds: @Sendable (inout Arguments, Table, UInt32) throws(EngineError) -> [[Int]]

  init<Kind: SplitterKind>(_: Kind.Type) {
    describe = { Kind.info }
    folds = { (arguments: inout Arguments, table: Table, seed: UInt32) throws(EngineError) -> [[Int]] in
      try Kind(&arguments).folds(of: table, seed: seed)
    }
  }
}

extension Table {
  /// The rows that each fold of the splitter `component` holds out.
  public func folds(_ component: Component, seed: UInt32) throws(EngineError) -> [[Int]] {
    var arguments = Arguments(component.arguments)
    return try Catalog.splitters[component.row].folds(&arguments, self, seed)
  }
}
