/// Something wrong with a lesson: what, where, what the run says, and what would fix it.
public struct Diagnostic: Sendable, Equatable, Error {
  /// Which kind of mistake it is.
  public var code: Code
  /// What is wrong, in one sentence without its full stop.
  public var message: String
  /// The file it is in.
  public var file: String
  /// Where in the file; nil when it is about the whole of it.
  public var place: Place?
  /// What stands beside the carets.
  public var label: String
  /// What else explains it.
  public var notes: [String]
  /// What would fix it.
  public var helps: [String]

  /// A stretch of one line.
  public struct Place: Sendable, Equatable {
    /// The stretch itself.
    public var range: SourceRange
    /// Its start.
    public var start: Position
    /// Its end, not included.
    public var end: Position
    /// The line it starts in.
    public var line: String
    /// How many characters of that line it covers, at least 1.
    public var length: Int
  }

  /// A mistake at `range` of `source`.
  public init(
    _ code: Code, _ message: String, at range: SourceRange?, in source: Source, label: String = "",
    notes: [String] = [], helps: [String] = []
  ) {
    self.code = code
    self.message = message
    file = source.file
    place = range.map { Place($0, in: source) }
    self.label = label
    self.notes = notes
    self.helps = helps
  }

  /// A mistake about a file whose text is not at hand.
  public init(_ code: Code, _ message: String, file: String, notes: [String] = [], helps: [String] = []) {
    self.code = code
    self.message = message
    self.file = file
    label = ""
    self.notes = notes
    self.helps = helps
  }
}

extension Diagnostic.Place {
  init(_ range: SourceRange, in source: Source) {
    self.range = range
    start = source.position(range.lower)
    end = source.position(range.upper)
    let whole = source.lineRange(start.line)
    line = source.text(whole)
    length = max(1, source.text(SourceRange(range.lower, min(range.upper, whole.upper))).count)
  }
}

/// Mistakes as they are found: checking goes on after each.
struct Diagnostics {
  let source: Source
  private(set) var found: [Diagnostic] = []

  init(_ source: Source) { self.source = source }

  /// Notes a mistake at `range`.
  mutating func report(
    _ code: Diagnostic.Code, _ message: String, at range: SourceRange?, label: String = "",
    notes: [String] = [],
    helps: [String] = []
  ) {
    found.append(
      Diagnostic(code, message, at: range, in: source, label: label, notes: notes, helps: helps))
  }

  mutating func report(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  /// What was found, in the order of the file.
  var sorted: [Diagnostic] {
    found.enumerated().sorted {
      ($0.element.place?.range.lower ?? -1, $0.offset) < ($1.element.place?.range.lower ?? -1, $1.offset)
    }.map(\.element)
  }
}
