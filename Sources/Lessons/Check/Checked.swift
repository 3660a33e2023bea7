import Engine

/// A lesson whose values and claims were put to its run.
public struct Checked: Sendable, Equatable {
  /// The lesson.
  public var lesson: Lesson
  /// Its run.
  public var trace: Trace
  /// What each value prints, by its range; reals have ASCII's minus.
  public var texts: [SourceRange: String]
  /// What each value of a question is as a number, by its range.
  public var numbers: [SourceRange: Double]
  /// The claims that were checked, in the order of the file; a project's targets are not among them.
  public var claims: [Held]
  /// Whether the lesson's own run meets each of the project's targets, in order.
  public var targets: [Bool]
  /// The author's rows of the training trace with their epochs, in the order of the file.
  public var observations: [Observation]
  /// What was set otherwise than in the lesson, as `schedule.T_max=5`: claims then are not checked.
  public var settings: [String] = []

  /// A claim that is what it should be.
  public struct Held: Sendable, Equatable {
    /// As it is written.
    public var text: String
    /// The line that it stands on.
    public var line: Int
    /// Whether it is true; the claim of an option that is not marked as right is false, as it should be.
    public var isTrue: Bool
  }

  /// A row of the training trace.
  public struct Observation: Sendable, Equatable {
    /// The epoch, from 1.
    public var epoch: Int
    /// Empty where the author left it to be computed.
    public var text: [Inline]
  }

  /// What `value` prints.
  public func text(of value: Inline.Value) -> String { texts[value.range] ?? value.text }
}
