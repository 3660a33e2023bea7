/// What the model said of the validation part, and what was true.
public struct Outcome: Sendable, Equatable {
  /// Number of rows.
  public var rows: Int
  /// Number of classes; 0 in regression.
  public var classes: Int
  /// The truth: class numbers, or values `[rows, width]`.
  public var targets: [Double]
  /// The model's answers: class numbers, or values `[rows, width]`.
  public var predictions: [Double]
  /// Class probabilities `[rows, classes]`; empty in regression.
  public var probabilities: [Double]
  /// The loss on these rows.
  public var loss: Double

  /// What the model said of `rows` rows.
  public init(
    rows: Int, classes: Int, targets: [Double], predictions: [Double], probabilities: [Double], loss: Double
  ) {
    self.rows = rows
    self.classes = classes
    self.targets = targets
    self.predictions = predictions
    self.probabilities = probabilities
    self.loss = loss
  }
}

/// What a metric found: one number, or a matrix.
public struct Measurement: Sendable, Equatable {
  /// The metric's row in `Catalog.metrics`.
  public var row = 0
  /// The numbers, row-major.
  public var values: [Double]
  /// `[]` for one number, `[n]` for a list, `[n, m]` for a matrix.
  public var shape: Shape

  /// One number.
  public init(_ value: Double) {
    values = [value]
    shape = Shape()
  }

  /// Numbers in `shape`.
  public init(_ values: [Double], shape: Shape) {
    self.values = values
    self.shape = shape
  }
}

/// A measure of how good a model is.
protocol MetricKind: ComponentKind {
  /// Whether it asks for classes, for values, or takes either.
  static var task: Task { get }
  /// What the columns of a matrix hold; empty where it is no matrix, or one of classes by classes.
  static var columns: [StaticString] { get }
  /// Whether less is better, as of losses and errors.
  static var lessIsBetter: Bool { get }
  /// Which power of the target's unit it counts in; 0 where it has no unit.
  static var targetPower: Int { get }
  /// What it finds in `outcome`.
  func measure(_ outcome: Outcome) throws(EngineError) -> Measurement
}

extension MetricKind {
  static var columns: [StaticString] { [] }
  static var lessIsBetter: Bool { false }
  static var targetPower: Int { 0 }
}

/// What a model is for.
public enum Task: Sendable {
  case classification, regression, either
}

/// A metric's row in the catalog.
public struct MetricEntry: Sendable {
  /// What the catalog says of it.
  public var info: Info { describe() }
  let describe: @Sendable () -> Info
  /// What it can be asked of.
  public let task: Task
  /// What the columns of a matrix hold; empty where it is no matrix, or one of classes by classes.
  public let columns: [StaticString]
  /// Whether less is better, as of losses and errors.
  public let lessIsBetter: Bool
  /// Which power of the target's unit it counts in; 0 where it has no unit.
  public let targetPower: Int
  let measure: @Sendable (inout Arguments, Outcome) throws(EngineError) -> Measurement

  init<Kind: MetricKind>(_: Kind.Type) {
    describe = { Kind.info }
    task = Kind.task
    columns = Kind.columns
    lessIsBetter = Kind.lessIsBetter
    targetPower = Kind.targetPower
    measure = { (arguments: inout Arguments, outcome: Outcome) throws(EngineError) -> Measurement in
      try Kind(&arguments).measure(outcome)
    }
  }
}

extension Outcome {
  /// What the metric `component` finds.
  public func measure(_ component: Component) throws(EngineError) -> Measurement {
    var arguments = Arguments(component.arguments)
    var measurement = try Catalog.metrics[component.row].measure(&arguments, self)
    measurement.row = component.row
    return measurement
  }

  /// `a / b` as scikit-learn takes scores that nothing was counted for: 0 where `b` is 0.
  static func ratio(_ a: Double, _ b: Double) -> Double { b == 0 ? 0 : a / b }
}
