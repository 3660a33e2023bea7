/// How JSON spells text and numbers, wherever some is written.
public enum JSONSpelling {
  /// `text` between quotes. In markup, what could end an element or begin another is spelt by its number too.
  public static func quoted(_ text: String, inMarkup: Bool = false) -> String {
    var spelling = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": spelling += "\\\""
      case "\\": spelling += "\\\\"
      case "\n": spelling += "\\n"
      case "\t": spelling += "\\t"
      case "\r": spelling += "\\r"
      case ..<" ": spelling += numbered(scalar)
      case "<", ">", "&", "\u{2028}", "\u{2029}":
        if inMarkup { spelling += numbered(scalar) } else { spelling.unicodeScalars.append(scalar) }
      default: spelling.unicodeScalars.append(scalar)
      }
    }
    return spelling + "\""
  }

  /// The shortest digits that read back as `number`, whole ones without a point;
  /// `null` where it is none that JSON has.
  public static func short(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole =
      number == number.rounded() && number.magnitude < 1e15 && !(number == 0 && number.sign == .minus)
    return isWhole ? "\(Int(number))" : "\(number)"
  }

  private static func numbered(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
