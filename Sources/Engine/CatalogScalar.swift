// Which variant of a catalog row works on which scalar type: closures cannot be generic, so a row holds both.

extension Float {
  /// Builds the layer of `entry` behind `x`.
  public static func layer(
    _ entry: LayerEntry, _ arguments: inout Arguments, _ x: Value, _ builder: inout Builder<Float>
  ) throws(EngineError) -> Value {
    try entry.float(&arguments, x, &builder)
  }

  /// The loss of `entry`.
  public static func loss(_ entry: LossEntry, _ arguments: inout Arguments) throws(EngineError) -> Loss<Float>
  {
    try entry.float(&arguments)
  }

  /// The optimizer of `entry`.
  public static func optimizer(
    _ entry: OptimizerEntry, _ arguments: inout Arguments, _ cyclingMomentum: Bool
  ) throws(EngineError) -> Optimizer<Float> {
    try entry.float(&arguments, cyclingMomentum)
  }

  /// The initializer of `entry`.
  public static func initializer(
    _ entry: InitializerEntry, _ arguments: inout Arguments
  ) throws(EngineError) -> Fill<Float> {
    try entry.float(&arguments)
  }
}

extension Double {
  /// Builds the layer of `entry` behind `x`.
  public static func layer(
    _ entry: LayerEntry, _ arguments: inout Arguments, _ x: Value, _ builder: inout Builder<Double>
  ) throws(EngineError) -> Value {
    try entry.double(&arguments, x, &builder)
  }

  /// The loss of `entry`.
  public static func loss(_ entry: LossEntry, _ arguments: inout Arguments) throws(EngineError) -> Loss<
    Double
  > {
    try entry.double(&arguments)
  }

  /// The optimizer of `entry`.
  public static func optimizer(
    _ entry: OptimizerEntry, _ arguments: inout Arguments, _ cyclingMomentum: Bool
  ) throws(EngineError) -> Optimizer<Double> {
    try entry.double(&arguments, cyclingMomentum)
  }

  /// The initializer of `entry`.
  public static func initializer(
    _ entry: InitializerEntry, _ arguments: inout Arguments
  ) throws(EngineError) -> Fill<Double> {
    try entry.double(&arguments)
  }
}
