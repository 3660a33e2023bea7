/// The author's titles and notes for the steps of the prediction trace.
public struct PredictionTrace: Sendable, Equatable {
  /// The prose before the first step.
  public var prose: [Block]
  /// The input, every parametrised layer with the activations that follow it, then the prediction.
  public var steps: [Step]
  /// The section's heading.
  public var heading: SourceRange

  /// One step.
  public struct Step: Sendable, Equatable {
    /// The step's title.
    public var title: [Inline]
    /// Notes on the step.
    public var prose: [Block]
    /// The level-3 heading.
    public var range: SourceRange
  }
}
