extension Diagnostic: Encodable {
  private enum Key: String, CodingKey {
    case severity, code, message, file, line, column, endLine, endColumn, label, notes, helps
  }

  /// One flat object: `severity`, `code`, `message`, `file`, `line`, `column`, `endLine`, `endColumn`,
  /// `label`, `notes`, `helps`; the place is left out where there is none.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("error", forKey: .severity)
    try object.encode(code.number, forKey: .code)
    try object.encode(message, forKey: .message)
    try object.encode(file, forKey: .file)
    if let place {
      try object.encode(place.start.line, forKey: .line)
      try object.encode(place.start.column, forKey: .column)
      try object.encode(place.end.line, forKey: .endLine)
      try object.encode(place.end.column, forKey: .endColumn)
    }
    try object.encode(label, forKey: .label)
    try object.encode(notes, forKey: .notes)
    try object.encode(helps, forKey: .helps)
  }
}
