/// The author's titles and notes for the steps of the prediction trace.
public struct PredictionTrace: Sendable, Equatable {
  /// The prose before the first step.
  public var prose: [Block]
  /// The input, every parametrised layer with the activations that follow it, then the prediction.
  public var steps: [Step]
  public var heading: SourceRange

  /// One step.
  public struct Step: Sendable, Equatable {
    public var title: [Inline]
    public var prose: [Block]
    /// The level-3 heading.
    public var range: SourceRange
  }
}
