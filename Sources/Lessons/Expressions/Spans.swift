extension ExpressionParser {
  /// The value of a code span: `range` without its `=` is `body`.
  static func value(
    _ body: SourceRange, within range: SourceRange, of source: Source, _ diagnostics: inout Diagnostics
  ) -> Inline? {
    do throws(ExpressionError) {
      var parser = try ExpressionParser(body, of: source)
      let expression = try parser.expression()
      var format = ValueFormat.automatic
      if parser.token.kind == .sign("|") {
        format = try ValueFormat(
          source.trimming(SourceRange(parser.token.range.upper, body.upper)), of: source)
      } else {
        try parser.finish()
      }
      return .value(
        Inline.Value(
          expression: expression, format: format, text: source.text(expression.range), range: range))
    } catch {
      diagnostics.report(error)
      return nil
    }
  }

  /// The claim of a code span: `range` without its `?` is `body`.
  static func claim(
    _ body: SourceRange, within range: SourceRange, of source: Source, _ diagnostics: inout Diagnostics
  ) -> Inline? {
    do throws(ExpressionError) {
      var parser = try ExpressionParser(body, of: source)
      let expression = try parser.expression()
      try parser.finish()
      return .claim(
        Inline.Claim(expression: expression, text: source.text(source.trimming(body)), range: range))
    } catch {
      diagnostics.report(error)
      return nil
    }
  }
}

extension ValueFormat {
  /// The format that `range` writes: `percent`, or one conversion such as `%.4f`.
  init(_ range: SourceRange, of source: Source) throws(ExpressionError) {
    let text = source.text(range)
    if text == "percent" {
      self = .percent
    } else if Self.isConversion(text) {
      self = .printf(text)
    } else {
      throw ExpressionError(
        .invalidFormat, text.isEmpty ? "a format should follow the bar" : "there is no format \(text)",
        at: range,
        helps: ["write percent, or one conversion such as %.4f"])
    }
  }

  /// Whether `text` is one of printf's conversions of a number: at most 17 digits after the point.
  private static func isConversion(_ text: String) -> Bool {
    var rest = text[...]
    guard rest.popFirst() == "%" else { return false }
    rest = rest.drop { "-+ 0#".contains($0) }
    rest = rest.drop { $0.isASCII && $0.isNumber }
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let count = Int(digits), count <= 17 else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let letter = rest.popFirst(), "dfegEG".contains(letter) else { return false }
    return text.count <= 8 && (rest.isEmpty || rest == "%%")
  }
}
