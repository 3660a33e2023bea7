public import Engine
public import Lessons

/// What the views of a lesson show: the lesson, its run, and what was made of it to stand beside them.
public struct Exhibit: Sendable {
  /// The lesson, its values and claims put to its run.
  public var checked: Checked
  /// The run of the same seed without the schedule; nil where the lesson has none, or where that run fails.
  public var unscheduled: Trace?
  /// The lesson as a PyTorch script that prints its numbers; empty where there is none.
  public var script: String

  /// What is shown of `checked`.
  public init(_ checked: Checked, unscheduled: Trace? = nil, script: String = "") {
    self.checked = checked
    self.unscheduled = unscheduled
    self.script = script
  }

  /// What stands above every view.
  public var cover: Cover { Cover(checked) }
}
