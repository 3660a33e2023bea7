/// What a reader may change for another run, as controls, and what may stand in for the lesson's components.
public struct Controls: Sendable, Equatable {
  /// The lesson's file, as a command names it where the file lies.
  public var file: String
  /// Whether the values are the lesson's own, and not those of a run with other settings.
  public var isOfLesson = true
  /// What may be changed, in order.
  public var settings: [Setting]
  /// The components that others may stand in for.
  public var choices: [Choice]
  /// The metrics that are one number: what each is called, and its place in the trace's evaluation.
  public var metrics: [Metric]
  /// The stages whose settings may change, as the lesson writes them.
  public var stages: [Stage]

  /// A setting.
  public struct Setting: Sendable, Equatable {
    /// What names it, such as `schedule.T_max`.
    public var path: String
    /// What the lesson sets it to.
    public var value: Value
    /// What a control for it takes.
    public var input: Input
    /// The same in words.
    public var takes: String
    /// Whether only a terminal changes it, which reads the lesson's files again: a page carries what was loaded.
    public var isFixed = false
    /// One line of help.
    public var help: String
    /// What the author says of it.
    public var notes: [[Inline]]
    /// Where the value stands in the pipeline's bytes.
    public var bytes: Range<Int>
    /// How a value is written into a stage's settings; nil where they do not hold it.
    public var edit: Edit?
    /// The stage that it belongs to.
    public var hue: Hue
  }

  /// What a setting or a parameter is set to.
  public enum Value: Sendable, Equatable {
    case none
    case flag(Bool)
    case number(Double)
    case word(String)
    case numbers([Double])
  }

  /// What a control takes.
  public struct Input: Sendable, Equatable {
    /// What the values are.
    public var kind: Kind
    /// The least and the greatest number; infinite without one.
    public var lower = -Double.infinity
    /// The greatest number; infinite without one.
    public var upper = Double.infinity
    /// Whether `lower` itself is refused; `upper` likewise.
    public var excludesLower = false
    /// Whether `upper` itself is refused.
    public var excludesUpper = false
    /// The words that it takes.
    public var words: [String] = []
    /// Whether it may be left empty, Python's `None`.
    public var takesNone = false

    /// What values are; a raw value stands for it in the page's JSON.
    /// `count` is a number without a component around it; `formula` and `components` are text.
    public enum Kind: String, Sendable {
      case flag, integer, real, choice, integers, reals, count, optionalCount, formula, components
    }
  }

  /// A change of a stage's settings: what the value takes the place of, and what goes around it.
  public struct Edit: Sendable, Equatable {
    /// The stage's place in the list.
    public var stage: Int
    /// The characters that are replaced, in UTF-16's count.
    public var range: Range<Int>
    /// What goes before the value.
    public var before: String
    /// What goes after it.
    public var after: String
  }

  /// A stage's settings.
  public struct Stage: Sendable, Equatable {
    /// The stage's name in the info string.
    public var name: String
    /// The settings as they are written.
    public var text: String
  }

  /// A metric that is one number.
  public struct Metric: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Its place in the trace's evaluation.
    public var place: Int
  }

  /// A component that others may stand in for.
  public struct Choice: Sendable, Equatable {
    /// The path that sets it: `schedule`, `optimizer` or `loss`.
    public var path: String
    /// What the lesson has; nil without one.
    public var name: String?
    /// Where it stands in the pipeline's bytes.
    public var bytes: Range<Int>
    /// The stage's settings beside it, such as `step: batch`, each on a line.
    public var beside: String
    /// What may stand in for it; nil for every scheduler.
    public var names: [String]?
  }

  /// A component that may stand in for the lesson's.
  public struct Option: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Its category's row.
    public var category: Int
    /// Its row in the catalog.
    public var row: Int
    /// Its parameters in order: the name, what a control takes, and an example or the default.
    public var parameters: [Parameter]
  }

  /// A parameter of a component.
  public struct Parameter: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// What a control for it takes.
    public var input: Input
    /// An example, or the default.
    public var value: Value
    /// The default; nil without one.
    public var standard: Value?
  }
}
