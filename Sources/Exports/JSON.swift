import Lessons

/// A JSON text in the making: objects keep the order of their keys, reals their shortest exact digits.
enum JSON {
  /// A number, a string, `true`, `false` or `null`, as JSON spells it.
  case scalar(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  static let null = JSON.scalar("null")

  /// An object of `members`, in that order.
  static func object(_ members: KeyValuePairs<String, any JSONConvertible>) -> JSON {
    .object(members.map { ($0.key, $0.value.json) })
  }

  /// `values` in `shape`, row-major: lists within lists.
  static func tensor(_ values: some Collection<Double>, _ shape: some Collection<Int>) -> JSON {
    guard let size = shape.first else { return values.first.json }
    let stride = size == 0 ? 0 : values.count / size
    return .array(
      (0..<size).map { row in
        tensor(values.dropFirst(row * stride).prefix(stride), shape.dropFirst())
      })
  }

  /// The text: what holds nothing but scalars on one line, other elements on a line each.
  var text: String {
    var text = ""
    write(to: &text, indentation: "\n")
    return text + "\n"
  }

  private var isScalar: Bool { if case .scalar = self { true } else { false } }

  private func write(to text: inout String, indentation: String) {
    switch self {
    case .scalar(let spelling): text += spelling
    case .array(let elements):
      Self.write(elements.map { (nil, $0) }, "[", "]", to: &text, indentation)
    case .object(let members):
      Self.write(members.map { ($0.key, $0.value) }, "{", "}", to: &text, indentation)
    }
  }

  private static func write(
    _ elements: [(String?, JSON)], _ open: String, _ close: String, to text: inout String,
    _ indentation: String
  ) {
    let isFlat = elements.allSatisfy { $0.1.isScalar }
    text += open
    for (place, (key, value)) in elements.enumerated() {
      if place > 0 { text += isFlat ? ", " : "," }
      if !isFlat { text += indentation + "  " }
      if let key { text += JSONSpelling.quoted(key) + ": " }
      value.write(to: &text, indentation: indentation + "  ")
    }
    if !isFlat { text += indentation }
    text += close
  }
}

/// What has a form in JSON.
protocol JSONConvertible {
  var json: JSON { get }
}

extension JSON: JSONConvertible {
  var json: JSON { self }
}

extension Bool: JSONConvertible {
  var json: JSON { .scalar(self ? "true" : "false") }
}

extension Int: JSONConvertible {
  var json: JSON { .scalar(String(self)) }
}

extension UInt64: JSONConvertible {
  var json: JSON { .scalar(String(self)) }
}

extension Double: JSONConvertible {
  /// The shortest digits that read back as the same number; `null` where it is none that JSON has.
  var json: JSON { isFinite ? .scalar(description) : .null }
}

extension String: JSONConvertible {
  var json: JSON { .scalar(JSONSpelling.quoted(self)) }
}

extension StaticString: JSONConvertible {
  var json: JSON { description.json }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  var json: JSON { .array(map(\.json)) }
}

extension Optional: JSONConvertible where Wrapped: JSONConvertible {
  var json: JSON { map(\.json) ?? .null }
}
