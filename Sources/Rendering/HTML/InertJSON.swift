import Lessons

/// JSON as a page carries it for its scripts, in an element that no browser runs.
enum InertJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([InertJSON])
  case object([(String, InertJSON)])

  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral items: InertJSON...) { self = .list(items) }
  init(dictionaryLiteral members: (String, InertJSON)...) { self = .object(members) }

  /// `items`, each as `json` says.
  init<Item>(_ items: some Sequence<Item>, _ json: (Item) -> InertJSON) { self = .list(items.map(json)) }

  /// `number`, a whole one.
  static func int(_ number: Int) -> InertJSON { .number(Double(number)) }

  /// The element that holds it, called `name`.
  func element(_ name: String) -> HTML {
    "<script type=\"application/json\" id=\"\(name)\">\(self)</script>\n"
  }

  /// As JSON spells it, without any character that markup knows; members that are null are left out.
  var spelling: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): JSONSpelling.short(number)
    case .text(let text): JSONSpelling.quoted(text, inMarkup: true)
    case .list(let items): "[\(items.map(\.spelling).joined(separator: ","))]"
    case .object(let members): "{\(members.compactMap(Self.spelling).joined(separator: ","))}"
    }
  }

  private static func spelling(_ member: (key: String, value: InertJSON)) -> String? {
    if case .null = member.value { return nil }
    return JSONSpelling.quoted(member.key, inMarkup: true) + ":" + member.value.spelling
  }
}
