import Engine

/// What stands between the `---` lines at the top of a lesson.
public struct FrontMatter: Sendable, Equatable {
  /// The title; required.
  public var title = ""
  /// The badge, such as `PyTorch`.
  public var subject: String?
  /// The track, such as `ml`.
  public var field: String?
  /// Reading time; computed from the words and the questions when absent.
  public var minutes: Int?
  /// The one seed of the run, 0 to 2³² − 1.
  public var seed: UInt64 = 0
  /// One sentence for the index and link previews.
  public var summary: String?
  /// The element type of the run's tensors.
  public var precision = Pipeline.Precision.float32
  /// BCP 47 tag of the prose.
  public var language = "en"
  /// The lesson's own names for reserved headings.
  public var headings: [Section.Kind: String] = [:]
  /// The lessons to read first.
  public var requires: [Requirement] = []
}

/// A lesson that is to be read before another.
public struct Requirement: Sendable, Equatable {
  /// Its file, as the other lesson names it.
  public var file: String
  /// Where the other lesson names it.
  public var range: SourceRange

  /// The lesson in `file`, which another names at `range`.
  public init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// What names it in its course.
  public var slug: String { Lesson.slug(ofFile: file) }
}
