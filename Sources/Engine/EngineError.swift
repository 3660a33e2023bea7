/// Why a pipeline cannot run, or stopped: what went wrong, and in which part of the lesson.
public struct EngineError: Error, Sendable {
  /// What went wrong.
  public var reason: Reason
  /// Which part of the pipeline it is about; filled in by the run.
  public var place: Place?

  /// What can go wrong.
  public enum Reason: Sendable {
    /// The shape a component was given is not one it takes.
    case shapeMismatch(component: StaticString, expected: Shape, found: Shape)
    /// A parameter that must agree with the shape before it does not.
    case sizeMismatch(component: StaticString, parameter: StaticString, stated: Int, found: Int)
    /// A component that takes an input of other rank.
    case rankMismatch(component: StaticString, expected: StaticString, found: Shape)
    /// A requirement that no parameter's range can say.
    case invalidArgument(component: StaticString, parameter: StaticString, StaticString)
    /// Loss or gradient is no finite number: training diverged.
    case diverged(epoch: Int, step: Int, lr: Double)
    /// The run would take more than the bound allows; refused before memory is taken.
    case tooLarge(what: StaticString, needed: Double, limit: Double)
    /// Fewer rows than the component asks for.
    case tooFewRows(component: StaticString, needed: Int, found: Int)
    /// A dataset of the lesson's own was asked for, and no table was given.
    case missingTable
    /// Two parts of the pipeline contradict one another.
    case conflict(StaticString)
  }

  /// A part of the pipeline.
  public enum Place: Sendable, Equatable {
    case load
    /// A transform by its place in the list.
    case preprocess(Int)
    /// A layer by its place in the model.
    case layer(Int)
    case loss, optimizer, training, schedule
    /// A metric by its place in the list.
    case metric(Int)
    /// A row to predict by its place in the list.
    case predict(Int)
    /// The folds, and the runs on each of them.
    case crossValidation
  }

  /// An error whose place the run fills in.
  public init(_ reason: Reason, at place: Place? = nil) {
    self.reason = reason
    self.place = place
  }

  /// The same error at `place`, unless it has one already.
  public func at(_ place: Place) -> EngineError { EngineError(reason, at: self.place ?? place) }
}
