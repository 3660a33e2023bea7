/// What a run may ask for. Lessons may come from strangers:
/// whatever is larger is refused before memory is taken.
public enum Bounds {
  /// Numbers in the loaded data.
  public static let data = 67_108_864.0
  /// Trainable numbers.
  public static let parameters = 67_108_864.0
  /// Numbers in the arena: every activation of one batch, its gradient and the layers' scratch.
  public static let arena = 268_435_456.0
  /// Multiplications with a sum each, over the whole run.
  public static let work = 4e12
  /// Optimizer steps.
  public static let steps = 4_194_304.0
  /// Numbers in the weights that are kept of every epoch; past it only the first and the last are.
  static let snapshots = 262_144
  /// Sums per step of a prediction that are told.
  static let sums = 4096
  /// Terms per sum that are told; of each sum of a gate fewer.
  static let terms = 8
  static let gateTerms = 4

  /// Throws if `needed` of `what` is more than `limit`.
  static func check(_ what: StaticString, _ needed: Double, limit: Double) throws(EngineError) {
    guard needed <= limit else { throw EngineError(.tooLarge(what: what, needed: needed, limit: limit)) }
  }
}
