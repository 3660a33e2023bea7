/// The training and validation parts while they are preprocessed.
public struct Partition: Sendable, Equatable {
  /// What is trained on; all samples before the split.
  public var train: Table
  /// What is held back; nil before the split.
  public var validation: Table?
  /// Which row of the loaded data each training row is, from 0.
  public var trainRows: [Int]
  /// Which row of the loaded data each validation row is, from 0.
  public var validationRows: [Int] = []

  /// All of `table`, before any split.
  public init(_ table: Table) {
    train = table
    trainRows = Array(0..<table.rows)
  }
}

/// What a transform learned from the training part: named vectors, such as means and deviations.
public struct Fitted: Sendable, Equatable {
  /// What each vector is called in scikit-learn, such as `mean_`; parallel to `values`.
  public var names: [String]
  /// The vectors.
  public var values: [[Double]]

  /// Vectors by name.
  public init(names: [String] = [], values: [[Double]] = []) {
    self.names = names
    self.values = values
  }
}

/// A step of preprocessing: fitted on the training part, applied to both.
public protocol TransformKind: ComponentKind {
  /// Fits on `data.train` and changes both parts; `seed` is the `random_state` where the component has none.
  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted
}

/// A transform's row in the catalog.
public struct TransformEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  let apply: @Sendable (inout Arguments, inout Partition, UInt32) throws(EngineError) -> Fitted

  init<Kind: TransformKind>(_: Kind.Type) {
    describe = { Kind.info }
    apply = {
      (arguments: inout Arguments, data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted in
      try Kind(&arguments).apply(to: &data, seed: seed)
    }
  }
}

extension Partition {
  /// Applies the transform `component`.
  public mutating func apply(_ component: Component, seed: UInt32) throws(EngineError) -> Fitted {
    var arguments = Arguments(component.arguments)
    return try Catalog.transforms[component.row].apply(&arguments, &self, seed)
  }
}
