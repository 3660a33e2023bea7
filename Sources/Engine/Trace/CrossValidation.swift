/// What models say that were trained like the lesson's, each on all folds but one, of the fold it never saw.
public struct CrossValidation: Sendable, Equatable {
  /// One entry per fold, in order.
  public var folds: [Fold]
  /// The loss, in classification the accuracy, then every other metric of the
  /// evaluate stage that is one number.
  public var scores: [Score]

  /// One model's rows.
  public struct Fold: Sendable, Equatable {
    /// How many rows it was trained on.
    public var trainCount: Int
    /// Which rows of the loaded data it was measured on, ascending.
    public var heldOut: [Int]
  }

  /// What one metric finds.
  public struct Score: Sendable, Equatable {
    /// The metric.
    public var metric: Component
    /// What it finds of each fold.
    public var values: [Double]

    /// The mean over the folds.
    public var mean: Double { values.reduce(0, +) / Double(values.count) }

    /// The standard deviation over the folds, as of a population: the divisor is their number.
    public var deviation: Double {
      let mean = mean
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }
  }
}
