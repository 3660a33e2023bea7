/// The author's rows of the training trace.
public struct TrainingTrace: Sendable, Equatable {
  /// The prose around the table.
  public var prose: [Block]
  /// The rows in the order of the table.
  public var rows: [Row]
  /// The section's heading.
  public var heading: SourceRange

  /// An epoch and what there is to see in it.
  public struct Row: Sendable, Equatable {
    /// Which epoch: a number, or an expression such as `argmin(val_loss)`.
    public var epoch: Expression
    /// The author's words; empty for a computed observation.
    public var observation: [Inline]
    /// The line of the row.
    public var range: SourceRange
  }
}
