extension QuestionKind {
  /// `Answer:` and a value or number, with `±` for its tolerance.
  static let numeric = QuestionKind(
    name: "numeric", input: .number,
    recognises: { block in
      guard let answer = block.answer else { return false }
      if case .value = answer.first { return true }
      return answer.plainText.prefix { $0 != "±" }.isNumber
    },
    read: { block, question, diagnostics in
      question.number = Question.Number(block, &diagnostics)
    },
    accepts: { answer, question, checked in
      guard case .text(let text) = answer, let given = Double(answer: text), let number = question.number,
        let key = checked.key(of: number)
      else { return false }
      return (given - key.value).magnitude <= key.tolerance
    })
}

extension Block {
  /// What follows `Answer:` in a paragraph; nil for any other block.
  var answer: [Inline]? {
    guard case .paragraph(let inlines) = content, case .text(let first) = inlines.first,
      first.hasPrefix("Answer:")
    else { return nil }
    let rest = first.dropFirst("Answer:".count).drop { $0.isWhitespace }
    return (rest.isEmpty ? [] : [.text(String(rest))]) + inlines.dropFirst()
  }
}

extension Question.Number {
  /// Reads `Answer: 0.05 ± 0.01`, where both numbers may be values and the second a percentage.
  init?(_ block: Block, _ diagnostics: inout Diagnostics) {
    var rest = block.answer ?? []
    range = block.range
    if case .value(let first) = rest.first {
      value = first.expression
      format = first.format
      rest.removeFirst()
    } else {
      let text = rest.plainText.prefix { $0 != "±" }.trimmingSpaces
      value = Expression(node: .number(Double(answer: text) ?? .nan), range: block.range)
      format = .automatic
      if case .text(let first) = rest.first { rest[0] = .text(String(first.drop { $0 != "±" })) }
    }
    guard case .text(let sign) = rest.first, sign.trimmingSpaces.hasPrefix("±") else {
      guard rest.plainText.isEmpty else { return nil }
      return
    }
    let text = sign.trimmingSpaces.dropFirst().trimmingSpaces
    if text.isEmpty, rest.count > 1, case .value(let second) = rest[1] {
      tolerance = .absolute(second.expression)
    } else if text.hasSuffix("%"), let percent = Double(answer: String(text.dropLast())), percent >= 0 {
      tolerance = .relative(percent / 100)
    } else if let number = Double(answer: text), number >= 0, rest.count == 1 {
      tolerance = .absolute(Expression(node: .number(number), range: block.range))
    } else {
      diagnostics.report(
        .invalidTolerance, "a tolerance must be a number of at least 0, found \(text)", at: block.range,
        helps: ["write ± 0.001, ± 1 %, or ± and a value"])
    }
  }
}

extension StringProtocol {
  /// Whether it can be read as a number.
  fileprivate var isNumber: Bool { Double(answer: trimmingSpaces) != nil }
}

extension Double {
  /// A number as people type it: `0.05`, `0,05`, `5 %`, `1e-3`, with any minus sign.
  init?(answer text: String) {
    var text = text.trimmingSpaces.replacing("\u{2212}", with: "-")
    let isPercent = text.hasSuffix("%")
    if isPercent { text = text.dropLast().trimmingSpaces }
    if text.filter({ $0 == "," }).count == 1 && !text.contains(".") { text = text.replacing(",", with: ".") }
    guard text.contains(where: \.isNumber),
      text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let value = Double(text), value.isFinite
    else { return nil }
    self = isPercent ? value / 100 : value
  }
}
