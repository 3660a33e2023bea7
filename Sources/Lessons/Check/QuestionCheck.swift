extension Checker {
  /// Proves the answer keys: an option's claims hold exactly when it is marked as
  /// right, and numbers are numbers.
  mutating func checkQuestions() {
    for question in lesson.questions {
      for option in question.options where !option.claims.isEmpty { check(option) }
      guard let number = question.number else { continue }
      check(number.value)
      if case .absolute(let tolerance) = number.tolerance { check(tolerance) }
    }
  }

  private mutating func check(_ option: Question.Option) {
    let truths = option.claims.map { truth(of: $0) }
    guard !truths.contains(nil) else { return }
    let holds = truths.allSatisfy { $0 == true }
    guard holds != option.isRight else {
      for (claim, isTrue) in zip(option.claims, truths) { hold(claim, isTrue: isTrue ?? false) }
      return
    }
    let place = truths.firstIndex(of: false) ?? 0
    let claim = option.claims[place]
    let explanation = FalseClaim(evaluator, trace).explain(claim.expression)
    diagnostics.report(
      .wrongKey,
      option.isRight
        ? "the option is marked as right, and its claim does not hold"
        : "the option is not marked as right, and its claim holds",
      at: claim.range, label: explanation.label, notes: option.isRight ? explanation.notes : [],
      helps: [option.isRight ? "mark it [ ], or mend the claim" : "mark it [x], or mend the claim"])
  }

  /// Reports an answer that is no number; that it can be evaluated was seen to already.
  private mutating func check(_ expression: Expression) {
    guard let quantity = try? evaluator.evaluate(expression) else { return }
    if case .number = quantity { return }
    diagnostics.report(
      .wrongType, "a numeric question is answered by a number; this is \(quantity.kind)",
      at: expression.range,
      helps: ["for a short answer, write the words after Answer:"])
  }
}
