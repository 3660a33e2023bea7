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
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15
        ? String(Int(number)) : number.isFinite ? "\(number)" : "null"
    case .text(let text): Self.quoted(text)
    case .list(let items): "[\(items.map(\.spelling).joined(separator: ","))]"
    case .object(let members): "{\(members.compactMap(Self.spelling).joined(separator: ","))}"
    }
  }

  private static func spelling(_ member: (key: String, value: InertJSON)) -> String? {
    if case .null = member.value { return nil }
    return quoted(member.key) + ":" + member.value.spelling
  }

  /// `text` between quotes; what could end the element or begin another is spelt by its number.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case ..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
