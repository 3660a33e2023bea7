import Glibc

/// Numbers as text.
public enum Numeral {
  /// `value` in full when it is whole, to `digits` significant digits otherwise.
  public static func text(_ value: Double, digits: Int = 4) -> String {
    if value == value.rounded() && value.magnitude < 1e15 { return String(Int(value)) }
    // From 10⁴ on four digits would need a power of ten: the whole part is given in full.
    return value.magnitude >= 1e4 && value.magnitude < 1e15 && digits == 4
      ? printf("%.0f", value) : printf("%.\(digits)g", value)
  }

  /// `value` in `format`; nil when the format asks for a whole number and it is none.
  public static func text(_ value: Double, format: ValueFormat) -> String? {
    switch format {
    case .automatic: return text(value)
    case .percent: return text(value * 100) + "%"
    case .printf(let conversion):
      guard conversion.contains("d") else { return printf(conversion, value) }
      guard value == value.rounded() && value.magnitude < 1e15 else { return nil }
      return printf(conversion.replacing("d", with: ".0f"), value)
    }
  }

  /// Two unequal numbers with as many digits as it takes to tell them apart.
  public static func texts(_ a: Double, _ b: Double) -> (String, String) {
    for digits in 4..<17 {
      let (x, y) = (text(a, digits: digits), text(b, digits: digits))
      if x != y || a == b { return (x, y) }
    }
    return (a.description, b.description)
  }

  /// `text` with a real minus sign before numbers and exponents, for readers instead of
  /// programs; hyphens in words stay.
  public static func typographic(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    let letters = Array(text)
    return String(
      letters.indices.map { place in
        guard letters[place] == "-", place + 1 < letters.count, letters[place + 1].isNumber else {
          return letters[place]
        }
        let isExponent = place > 1 && letters[place - 1] == "e" && letters[place - 2].isNumber
        let isSign = place == 0 || !letters[place - 1].isLetter && !letters[place - 1].isNumber
        return isExponent || isSign ? "\u{2212}" : "-"
      })
  }

  private static func printf(_ conversion: String, _ value: Double) -> String {
    // The sign of what is not a number says nothing.
    let value = value.isNaN ? .nan : value
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      let length = withVaList([value]) { vsnprintf(start, buffer.count, conversion, $0) }
      guard length > 0 && length < buffer.count else { return "" }
      return String(cString: start)
    }
  }
}
