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
  /// The data that the lesson reads from files; nil where it reads none.
  public var table: Engine.Table?
  /// The lesson's own run, where this is one with other settings.
  public var original: Trace?
  /// The epoch that figures point at, and after which the traced rows are followed;
  /// nil for the trained model alone.
  public internal(set) var epoch: Int?
  /// The unit that stands open in a step of the prediction trace, by the step's place, both from 0;
  /// in the others the one that stands out.
  public internal(set) var units: [Int: Int] = [:]
  /// The lesson as a PyTorch script, in cells that `# %%` begins; empty where there is none.
  public var script: String

  /// What is shown of `checked`.
  public init(
    _ checked: Checked, unscheduled: Trace? = nil, failure: EngineError? = nil, table: Engine.Table? = nil,
    original: Trace? = nil, script: String = ""
  ) {
    self.checked = checked
    self.unscheduled = unscheduled
    self.failure = failure
    self.table = table
    self.original = original
    self.script = script
  }

  /// What is shown of `checked`, whose data is `table`, beside what came of its
  /// ``Engine/Pipeline/unscheduled`` pipeline.
  public init(
    _ checked: Checked, beside unscheduled: Result<Trace, EngineError>?, table: Engine.Table?,
    original: Trace? = nil, script: String = ""
  ) {
    self.init(checked, table: table, original: original, script: script)
    switch unscheduled {
    case .success(let trace): self.unscheduled = trace
    case .failure(let error): failure = error
    case nil: break
    }
  }

  /// What stands above every view.
  public var cover: Cover { Cover(checked) }
}

extension Pipeline {
  /// The same without its schedule, and without rows to follow, for which a run may have none that was asked for,
  /// such as a mistake; nil where it has none.
  public var unscheduled: Pipeline? {
    guard schedule.scheduler != nil else { return nil }
    var pipeline = self
    pipeline.schedule = Schedule(nil)
    pipeline.evaluate.predict = []
    return pipeline
  }

  /// What came of running it over `table`.
  public func result(table: Engine.Table?) -> Result<Trace, EngineError> {
    Result { () throws(EngineError) in try run(table: table) }
  }
}
