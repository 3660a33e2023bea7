/// The Project section: a task, and the claims that a solution must make true.
///
/// The lesson's own run need not reach them: they are the learner's to reach.
public struct Project: Sendable, Equatable {
  /// The task.
  public var prose: [Block]
  /// The section's heading.
  public var heading: SourceRange

  /// What a solution must reach, in order.
  public var targets: [Inline.Claim] { prose.inlines.claims }
}
