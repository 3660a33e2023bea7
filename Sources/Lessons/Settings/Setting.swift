/// A value of the settings with its place: what YAML says, nothing resolved yet.
struct Setting {
  var content: Content
  var range: SourceRange

  enum Content {
    /// A word, number or text; `isPlain` unless it stands in quotes.
    case scalar(String, isPlain: Bool)
    case list([Setting])
    case mapping([Pair])
  }

  struct Pair {
    var key: String
    var keyRange: SourceRange
    var value: Setting
  }

  /// The text of a scalar; nil for lists and mappings.
  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }

  /// A scalar without quotes, which may be a number, a flag or Python's `None`.
  var plain: String? { if case .scalar(let text, isPlain: true) = content { text } else { nil } }

  /// Whether nothing stands there, or one of YAML's and Python's words for nothing.
  var isNone: Bool { plain.map { ["", "~", "null", "Null", "NULL", "None"].contains($0) } ?? false }

  var flag: Bool? {
    switch plain {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  var integer: Int? { plain.flatMap { Int($0.digitsAlone) } }

  var real: Double? {
    plain.flatMap { $0.contains { $0.isLetter && $0 != "e" && $0 != "E" } ? nil : Double($0.digitsAlone) }
  }

  /// As a message quotes it.
  var description: String {
    switch content {
    case .scalar(let text, _): isNone ? "nothing" : text.count > 40 ? "\(text.prefix(40))…" : text
    case .list(let items): "a list of \(items.count)"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  /// Without the underscores that group digits.
  fileprivate var digitsAlone: String { contains("_") ? filter { $0 != "_" } : self }
}
