public import Engine
public import Lessons

/// What the views of a lesson show: the lesson, its run, and what was made of it to stand beside them.
public struct Exhibit: Sendable {
  /// The lesson, its values and claims put to its run.
  public var checked: Checked
  /// The run of the same seed without the schedule; nil where the lesson has none, or where that run fails.
  public var unscheduled: Trace?
  /// Why the run without the schedule failed; nil where it did not.
  public var failure: EngineError?

  /// What is shown of `checked`.
  public init(_ checked: Checked, unscheduled: Trace? = nil, failure: EngineError? = nil) {
    self.checked = checked
    self.unscheduled = unscheduled
    self.failure = failure
  }

  /// What is shown of `checked`, whose data is `table`: runs the lesson once more without its schedule, if it has one.
  public init(running checked: Checked, table: Engine.Table?) {
    self.init(checked)
    var pipeline = checked.lesson.pipeline
    guard pipeline.schedule.scheduler != nil else { return }
    pipeline.schedule = Pipeline.Schedule(nil)
    do throws(EngineError) { unscheduled = try pipeline.run(table: table) } catch { failure = error }
  }

  /// What stands above every view.
  public var cover: Cover { Cover(checked) }
}
