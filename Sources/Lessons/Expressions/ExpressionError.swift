/// Why an expression cannot be read, or has no value in a run.
struct ExpressionError: Error, Equatable {
  var code: Diagnostic.Code
  var message: String
  var range: SourceRange
  var label: String
  var notes: [String]
  var helps: [String]

  init(
    _ code: Diagnostic.Code, _ message: String, at range: SourceRange, label: String = "",
    notes: [String] = [],
    helps: [String] = []
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.label = label
    self.notes = notes
    self.helps = helps
  }
}

extension Diagnostics {
  /// Notes why an expression failed.
  mutating func report(_ error: ExpressionError) {
    report(
      error.code, error.message, at: error.range, label: error.label, notes: error.notes, helps: error.helps)
  }
}
