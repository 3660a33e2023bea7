import Engine
import Lessons

/// A Python expression that knows how to break over lines.
indirect enum Python: ExpressibleByStringInterpolation, Sendable {
  /// Written as it is.
  case atom(String)
  /// Items between brackets, such as a call's arguments; `isTall` where each gets a line in any case.
  case group(String, [Item], String, isTall: Bool = false)

  /// One item, with its keyword where it has one.
  struct Item {
    var keyword: String?
    var value: Python

    init(_ keyword: String? = nil, _ value: Python) {
      self.keyword = keyword
      self.value = value
    }
  }

  init(stringLiteral value: String) { self = .atom(value) }

  static let none: Python = "None"

  /// A call of `function`.
  static func call(_ function: String, _ items: [Item], isTall: Bool = false) -> Python {
    .group(function + "(", items, ")", isTall: isTall)
  }

  /// A list.
  static func list(_ values: [Python]) -> Python { .group("[", values.map { Item(nil, $0) }, "]") }

  /// A tuple.
  static func tuple(_ values: [Python]) -> Python {
    .group("(", values.map { Item(nil, $0) }, values.count == 1 ? ",)" : ")")
  }

  /// The text on one line.
  var flat: String {
    switch self {
    case .atom(let text): text
    case .group(let open, let items, let close, _):
      open + items.map { ($0.keyword.map { $0 + "=" } ?? "") + $0.value.flat }.joined(separator: ", ") + close
    }
  }

  private var isTall: Bool {
    guard case .group(_, let items, _, let isTall) = self else { return false }
    return isTall || items.contains { $0.value.isTall }
  }

  /// The line `head` and the expression, broken where it would pass 100 characters, as Black breaks it.
  func line(_ head: String, indentation: String = "", tail: String = "") -> String {
    let whole = indentation + head + flat + tail
    guard case .group(let open, let items, let close, _) = self, isTall || whole.count > 100, !items.isEmpty
    else { return whole }
    let inner = items.map { item in
      item.value.line(item.keyword.map { $0 + "=" } ?? "", indentation: indentation + "    ", tail: ",")
    }
    let end = close.hasPrefix(",") ? String(close.dropFirst()) : close
    return ([indentation + head + open] + inner + [indentation + end + tail]).joined(separator: "\n")
  }
}

extension Argument {
  /// The argument of `parameter` as Python has it: one number for one, a tuple or a list for several.
  func python(for parameter: Parameter) -> Python {
    switch self {
    case .none: return .none
    case .flag(let value): return value ? "True" : "False"
    case .integer(let value): return "\(value)"
    case .real(let value): return "\(value)"
    case .choice(let row): return .atom(JSONSpelling.quoted(parameter.word(row)?.description ?? "\(row)"))
    case .integers(let values): return Self.sequence(values.map { "\($0)" }, of: parameter)
    case .reals(let values): return Self.sequence(values.map { "\($0)" }, of: parameter)
    case .text(let text): return .atom(JSONSpelling.quoted(text))
    case .formula(let formula): return .atom("lambda epoch: " + formula.python)
    case .components: return .none
    }
  }

  /// Parameters that want a list, however many numbers there are.
  private static let lists = ["milestones", "weights", "columns"]
  /// Parameters that want a tuple, even of one.
  private static let tuples = ["unflattened_size"]

  private static func sequence(_ values: [Python], of parameter: Parameter) -> Python {
    let name = parameter.name.description
    if lists.contains(name) { return .list(values) }
    return values.count == 1 && !tuples.contains(name) ? values[0] : .tuple(values)
  }
}

extension Component {
  /// Its name in PyTorch or scikit-learn.
  var name: String { info.name.description }

  /// The argument of the parameter `name`; nil where it has none of that name.
  func argument(_ name: String) -> Argument? {
    info.parameters.firstIndex { $0.name.description == name }.map { arguments[$0] }
  }

  /// Whether the parameter `name` is set.
  func isSet(_ name: String) -> Bool { argument(name) == .flag(true) }

  /// The arguments as Python passes them: by place what has no default, by keyword what differs from it.
  ///
  /// `spelled` says others than the catalog's, always written; `omitted` are those that Python has not.
  func items(
    spelled: [String: Python] = [:], omitted: [String] = [], places: [String] = [], allByKeyword: Bool = false
  ) -> [Python.Item] {
    var byPlace = !allByKeyword
    return zip(info.parameters, arguments).compactMap { parameter, argument in
      let name = parameter.name.description
      if omitted.contains(name) || spelled[name] == nil && parameter.fallback == argument { return nil }
      byPlace = byPlace && (parameter.fallback == nil || places.contains(name))
      return Python.Item(byPlace ? nil : name, spelled[name] ?? argument.python(for: parameter))
    }
  }
}
