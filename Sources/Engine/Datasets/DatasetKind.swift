/// A source of samples.
public protocol DatasetKind: ComponentKind {
  /// How many samples and features it will give; nil when its table tells.
  ///
  /// Known before any memory is taken, so that a run of absurd size is refused.
  var size: (samples: Int, features: Int)? { get }
  /// Which of the bundled files its table is read from, without folder and `.csv`; nil for none of them.
  var file: StaticString? { get }
  /// The samples; `seed` is the `random_state` where the component has none,
  /// `table` the author's or the bundled data.
  func load(seed: UInt32, table: Table?) throws(EngineError) -> Table
}

extension DatasetKind {
  /// Most datasets are drawn, or the author's.
  public var file: StaticString? { nil }
}

/// A dataset's row in the catalog.
public struct DatasetEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  let make: @Sendable (inout Arguments) throws(EngineError) -> Dataset

  init<Kind: DatasetKind>(_: Kind.Type) {
    describe = { Kind.info }
    make = { (arguments: inout Arguments) throws(EngineError) -> Dataset in
      Dataset(try Kind(&arguments))
    }
  }
}

/// A dataset with its parameters, ready to load.
public struct Dataset: Sendable {
  /// How many samples and features it will give; nil when its table tells.
  public let size: (samples: Int, features: Int)?
  /// Which of the bundled files its table is read from, without folder and `.csv`; nil for none of them.
  public let file: StaticString?
  private let loading: @Sendable (UInt32, Table?) throws(EngineError) -> Table

  init<Kind: DatasetKind>(_ kind: Kind) {
    size = kind.size
    file = kind.file
    loading = { (seed: UInt32, table: Table?) throws(EngineError) -> Table in
      try kind.load(seed: seed, table: table)
    }
  }

  /// The dataset of `component`.
  public init(_ component: Component) throws(EngineError) {
    var arguments = Arguments(component.arguments)
    self = try Catalog.datasets[component.row].make(&arguments)
  }

  /// The samples.
  public func load(seed: UInt32, table: Table? = nil) throws(EngineError) -> Table {
    try loading(seed, table)
  }
}
