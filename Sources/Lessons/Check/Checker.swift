import Engine

extension Lesson {
  /// Puts every value and claim of the lesson to `trace`, its run.
  ///
  /// The result is fit to be shown when there are no diagnostics.
  public func check(_ trace: Trace) -> (checked: Checked, diagnostics: [Diagnostic]) {
    var checker = Checker(self, trace)
    checker.checkValues()
    checker.checkClaims()
    checker.checkQuestions()
    checker.checkTargets()
    checker.checkTraces()
    checker.checked.claims.sort { $0.line < $1.line }
    return (checker.checked, checker.diagnostics.sorted)
  }

  /// Every run of text of the lesson, titles among them.
  var inlines: [Inline] {
    introduction.inlines + sections.flatMap { $0.title + $0.blocks.inlines }
  }

  /// The questions of the quiz and the challenge.
  public var questions: [Question] { (quiz?.questions ?? []) + (challenge?.questions ?? []) }
}

/// Checks a lesson against its run; everything is evaluated once.
struct Checker {
  let lesson: Lesson
  let trace: Trace
  let evaluator: Evaluator
  var diagnostics: Diagnostics
  var checked: Checked

  init(_ lesson: Lesson, _ trace: Trace) {
    self.lesson = lesson
    self.trace = trace
    evaluator = Evaluator(environment: Environment(trace), source: lesson.source)
    diagnostics = Diagnostics(lesson.source)
    checked = Checked(
      lesson: lesson, trace: trace, texts: [:], numbers: [:], claims: [], targets: [], observations: [])
  }

  /// Evaluates every value in the text.
  mutating func checkValues() {
    for value in lesson.inlines.values {
      do throws(ExpressionError) {
        let quantity = try evaluator.evaluate(value.expression)
        checked.texts[value.range] = try quantity.text(value, in: lesson.source)
        if case .number(let number) = quantity { checked.numbers[value.expression.range] = number }
      } catch { diagnostics.report(error) }
    }
  }

  /// Evaluates every claim that stands for itself: not an option's, and not a project's target.
  mutating func checkClaims() {
    let options = Set(lesson.questions.flatMap(\.options).flatMap(\.claims).map(\.range))
    let targets = Set((lesson.project?.targets ?? []).map(\.range))
    for claim in lesson.inlines.claims where !options.contains(claim.range) && !targets.contains(claim.range)
    {
      guard let isTrue = truth(of: claim) else { continue }
      if isTrue { hold(claim, isTrue: true) } else { refuse(claim) }
    }
  }

  /// Evaluates the targets of the project; the lesson's own run need not reach them.
  mutating func checkTargets() {
    for target in lesson.project?.targets ?? [] {
      if let isMet = truth(of: target) { checked.targets.append(isMet) }
    }
  }

  /// Whether `claim` is true; nil, and reported, when it is neither.
  mutating func truth(of claim: Inline.Claim) -> Bool? {
    do throws(ExpressionError) {
      return try evaluator.truth(claim.expression)
    } catch {
      diagnostics.report(error)
      return nil
    }
  }

  mutating func hold(_ claim: Inline.Claim, isTrue: Bool) {
    let line = lesson.source.line(at: claim.range.lower)
    checked.claims.append(Checked.Held(text: claim.text, line: line, isTrue: isTrue))
  }

  private mutating func refuse(_ claim: Inline.Claim) {
    let explanation = FalseClaim(evaluator, trace).explain(claim.expression)
    diagnostics.report(
      .falseClaim, "the claim does not hold", at: claim.range, label: explanation.label,
      notes: explanation.notes,
      helps: explanation.helps)
  }
}

extension Quantity {
  /// What `value` prints.
  fileprivate func text(_ value: Inline.Value, in source: Source) throws(ExpressionError) -> String {
    switch self {
    case .number(let number): return try Self.text(number, value)
    case .truth(let truth) where value.format == .automatic: return truth ? "true" : "false"
    case .text(let text) where value.format == .automatic: return text
    case .series(let series) where series.isExcerpt:
      var texts: [String] = []
      for number in series.values { texts.append(try Self.text(number, value)) }
      return texts.joined(separator: series.unit == "axis" ? " × " : ", ")
    default:
      throw ExpressionError(
        .notANumber, "the value is not a number", at: value.range, label: "it is \(kind)",
        helps: kind.hasPrefix("a series")
          ? ["pick one value: \(value.text)[…], or call min, max, mean, first, last …"] : [])
    }
  }

  private static func text(_ number: Double, _ value: Inline.Value) throws(ExpressionError) -> String {
    if let text = Numeral.text(number, format: value.format) { return text }
    throw ExpressionError(
      .invalidFormat, "the format takes whole numbers", at: value.range, label: "\(number)",
      helps: ["write %.4f or leave the format out"])
  }
}
