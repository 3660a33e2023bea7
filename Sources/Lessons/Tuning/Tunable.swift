public import Engine

/// A setting of a lesson that may be changed for another run:
/// its path, what it takes, and what the lesson sets.
public struct Tunable: Sendable {
  /// What names it: `schedule.T_max`, `optimizer.lr`, `Dropout.p`, `epochs`.
  public let path: String
  /// Other names of the same: `CosineAnnealingLR.T_max`, `train.epochs`.
  public let aliases: [String]
  /// What it takes, its default and its help.
  public let parameter: Parameter
  /// What the lesson sets it to.
  public let argument: Argument
  /// Where its value is written, or where it would be.
  public let spelling: Spelling
  /// The component whose parameter it is, or the run.
  let owner: Info
  /// Sets it in a pipeline.
  private let assign: Assignment

  typealias Assignment = @Sendable (inout Pipeline, Argument) -> Void

  init(
    _ path: String, aliases: [String] = [], _ parameter: Parameter, _ argument: Argument,
    _ spelling: Spelling, of owner: Info = run, _ assign: @escaping Assignment
  ) {
    self.path = path
    self.aliases = aliases
    self.parameter = parameter
    self.argument = argument
    self.spelling = spelling
    self.owner = owner
    self.assign = assign
  }

  /// What settings belong to that are no component's.
  static let run = Info("the run", summary: "", source: "")

  /// How a value is written into the lesson's text.
  public struct Spelling: Sendable, Equatable {
    /// What the value takes the place of, in the lesson's source; nil where nothing stands there for it.
    public var range: SourceRange?
    /// What goes before it, such as `, eta_min: `.
    public var before = ""
    /// What goes after it, such as ` }`.
    public var after = ""
  }

  /// `pipeline` with the setting at `argument`.
  public func setting(_ pipeline: Pipeline, to argument: Argument) -> Pipeline {
    var changed = pipeline
    assign(&changed, argument)
    return changed
  }

  /// Where the setting's value stands in the canonical bytes of `pipeline`; nil where in several places.
  public func bytes(in pipeline: Pipeline) -> Range<Int>? {
    // Two values whose bytes differ from the first on: where the pipelines' bytes part, the value begins.
    let isBare = Self.isBare(path)
    let (a, b): (Argument, Argument) = (isBare ? .integer(0) : .none, .integer(1))
    let (first, second) = (setting(pipeline, to: a).encoded, setting(pipeline, to: b).encoded)
    guard let start = zip(first, second).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return nil
    }
    let whole = pipeline.encoded
    let count = isBare ? 8 : argument.encoded.count
    let tail = start + (isBare ? 8 : a.encoded.count)
    // What follows the value must be the same in all: else it stands in more than one place.
    return Array(first[tail...]) == Array(whole[(start + count)...]) ? start..<start + count : nil
  }

  /// Whether `path` names a setting of the run itself, whose bytes are a number's without a component's tag.
  public static func isBare(_ path: String) -> Bool { ["seed", "epochs", "batch_size"].contains(path) }
}
