import Engine
import Lessons

/// Numbers as learners read them: tabular, with a real minus sign.
enum Numbers {
  /// Whole numbers in full, others to four significant digits.
  static func number(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    return Numeral.typographic(Numeral.text(value))
  }

  /// Two unequal numbers in as many digits as it takes to tell them apart.
  static func apart(_ a: Double, _ b: Double) -> (String, String) {
    guard a.isFinite, b.isFinite else { return (number(a), number(b)) }
    let texts = Numeral.texts(a, b)
    return (Numeral.typographic(texts.0), Numeral.typographic(texts.1))
  }

  /// A very small number as a product with a power of ten, `4.3 · 10⁻¹⁶`.
  static func power(_ value: Double) -> String {
    let parts = number(value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1].replacing("−", with: "-")) else {
      return number(value)
    }
    let raised = String(exponent).map { $0 == "-" ? "⁻" : Self.raised[$0.wholeNumberValue ?? 0] }
    return "\(parts[0]) · 10\(String(raised))"
  }

  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// A hundred times `share`, to four digits, with a percent sign; one that is not 1 never reads as 100.
  static func percent(_ share: Double) -> String {
    let text = Numeral.typographic(Numeral.text(share, format: .percent) ?? "")
    return share < 1 && text == "100%" ? "> 99.99%" : text
  }

  /// `value` with `decimals` digits after the point; never a negative zero.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let text = Numeral.text(value, format: .printf("%.\(decimals)f")) ?? ""
    let isZero = text.allSatisfy { "-0.".contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : Numeral.typographic(text)
  }

  /// `share` as a percentage with `decimals` digits after the point.
  static func percent(_ share: Double, decimals: Int) -> String {
    fixed(share * 100, decimals: decimals) + "%"
  }

  /// The number that `text` shows.
  static func value(_ text: String) -> Double { Double(text.replacing("−", with: "-")) ?? .nan }

  /// `count` of `unit`: `1 row`, `20 rows`.
  static func count(_ count: Int, _ unit: String, _ plural: String? = nil) -> String {
    count == 1 ? "1 \(unit)" : "\(count) \(plural ?? unit + "s")"
  }

  /// How many of `all` are shown: `The first 5 of 20 rows`, `All 20 rows`, `The only row`.
  static func first(_ count: Int, of all: Int, _ unit: String) -> String {
    if count < all { return "The first \(count == 1 ? "" : "\(count) ")of \(Self.count(all, unit))" }
    return all == 1 ? "The only \(unit)" : "All \(Self.count(all, unit))"
  }

  /// How many others are like the one that is told: `; another is as high`, `; 2 more are as high`.
  static func equals(_ count: Int, are alike: String) -> String {
    count == 0 ? "" : "; \(count == 1 ? "another is" : "\(count) more are") \(alike)"
  }

  /// How often: `once`, `twice`, `3 times`.
  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  /// The power of ten of the first digit of `value`; 0 for 0.
  static func exponent(_ value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    var (rest, exponent) = (value.magnitude, 0)
    while rest >= 10 { (rest, exponent) = (rest / 10, exponent + 1) }
    while rest < 1 { (rest, exponent) = (rest * 10, exponent - 1) }
    return exponent
  }
}

/// One way of writing all numbers of a column, so that their points stand below one another.
struct ColumnFormat {
  /// Digits after the point; nil where the numbers differ too much for one number of digits.
  let decimals: Int?

  /// `decimals` digits after the point.
  init(decimals: Int) { self.decimals = decimals }

  /// As many decimals as give the smallest of `values` three digits and the largest four; from 10¹⁵ on, powers of ten.
  init(_ values: [Double]) {
    let sizes = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let smallest = 2 - Numbers.exponent(sizes.min() ?? 1)
    let largest = 3 - Numbers.exponent(sizes.max() ?? 1)
    let needed = max(smallest, min(largest, 4), 0)
    let areWhole = values.allSatisfy { $0 == $0.rounded() || $0.isNaN }
    decimals = largest < -11 || needed > 6 && !areWhole ? nil : areWhole ? 0 : needed
  }

  /// The format of a column of terms, in which what is left of a 0 after rounding counts as 0.
  init(terms: [Double]) {
    let most = terms.filter(\.isFinite).map(\.magnitude).max() ?? 0
    self.init(terms.map { $0.magnitude < most * 1e-15 ? 0 : $0 })
  }

  /// `value` as the column writes it.
  func text(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : Numbers.number(value) }
    return decimals.map { Numbers.fixed(value, decimals: $0) } ?? Numbers.number(value)
  }
}

extension Shape {
  /// The sizes with a multiplication sign between them, such as `1000 × 20`.
  var text: String { sizes.isEmpty ? "1" : sizes.map(String.init).joined(separator: " × ") }
}

extension String {
  /// The text with what belongs together on one line: a shape, or a name and what it is set to.
  var keepingTogether: String {
    replacing(" × ", with: "\u{a0}×\u{a0}").replacing(" = ", with: "\u{a0}=\u{a0}")
  }
}
