import Engine
import Lessons
import Testing

@testable import Views

/// Every number that a view shows is the trace's, in one of the formats that ``Numbers`` has.
@Suite struct `Every number of a page` {
  @Test(arguments: Samples.all.map(\.name))
  func `comes from the trace`(name: String) {
    let exhibit = Samples.exhibit(name)
    let checked = exhibit.checked
    let other = exhibit.unscheduled.map { Self.numbers(in: $0) } ?? []
    let known = Self.formatted(
      Self.numbers(in: checked.trace) + Self.derived(from: checked.trace) + other + Self.compared(exhibit)
        + Self.terms(of: checked.trace))
    let settings =
      "\(checked.lesson.pipeline)" + checked.lesson.source.text
      + checked.lesson.tunables.map(\.parameter.takes).joined(separator: " ")
    let tokens = Self.texts(in: Page(exhibit).documents).flatMap { text in
      Self.reals(in: text).map { (token: $0, text: text) }
    }
    #expect(tokens.count > 300)
    for (token, text) in tokens where !known.contains(token) && !settings.contains(token) {
      Issue.record("\(token) in “\(text)” is not in the trace")
    }
  }

  /// The numbers with a point, and the whole ones of three digits and more, in `text`.
  private static func reals(in text: String) -> [String] {
    text.split { " \n(),;:·→=×/[]".contains($0) }.map {
      $0.hasSuffix(".") ? String($0.dropLast()) : String($0)
    }
    .filter { $0.wholeMatch(of: #/−?\d+(?:\.\d+)?(?:e[−+]?\d+)?%?/#) != nil }
    .filter { $0.contains(".") || $0.filter(\.isNumber).count >= 3 }
  }

  /// Every number in each format.
  private static func formatted(_ numbers: [Double]) -> Set<String> {
    var texts: Set<String> = []
    for number in Set(numbers) where number.isFinite {
      texts.insert(Numbers.number(number))
      texts.insert(String(Numbers.power(number).prefix { $0 != " " }))
      for decimals in 0...6 { texts.insert(Numbers.fixed(number, decimals: decimals)) }
      guard (0...1).contains(number) else { continue }
      texts.insert(Numbers.percent(number))
      for decimals in 1...3 { texts.insert(Numbers.percent(number, decimals: decimals)) }
    }
    return texts
  }

  /// What the views compute of the trace's numbers: sums of products, misses, shares,
  /// totals, ordinals, a project's bound.
  private static func derived(from trace: Trace) -> [Double] {
    let units = trace.predictions.flatMap(\.steps).flatMap(\.units)
    let sums =
      units.map { unit in unit.terms.reduce(unit.rest) { $0 + $1.product } }
      + units.flatMap(\.gates).map(\.state.sum.magnitude) + units.compactMap { $0.bias?.magnitude }
    let misses = zip(trace.outcome.targets, trace.outcome.predictions).map { ($0 - $1).magnitude }
    let right = Double(misses.count { $0 == 0 })
    let rows = trace.preprocess.trainRows + trace.preprocess.validationRows
    let work = trace.model.layers.reduce(0) { $0 + $1.multiplyAdds }
    return sums + misses + [
      right, right / Double(trace.outcome.rows), Double(work), Double(trace.steps.loss.count),
    ]
      + rows.map { Double($0 + 1) } + (0...trace.outcome.rows).map { Double($0) }
      + trace.model.layers.map { Double($0.parameterCount) }
      + trace.predictions.flatMap(\.steps).map { Double($0.values.count) }
      + trace.epochs.compactMap { Double(Numbers.rounded($0.valLoss, .down)) }
  }

  /// What Deep shows: the terms of the schedule, and how far they lead from the rates.
  private static func terms(of trace: Trace) -> [Double] {
    let terms = (try? trace.scheduleTerms()) ?? []
    return terms.flatMap(\.list).map(\.value)
      + zip(terms, trace.epochs).map { abs(($0.list.last?.value ?? .nan) - $1.rate.lr) }
  }

  /// What Why and Perf compute: differences of both runs' ends, scores of each class,
  /// of one answer for all, bytes.
  private static func compared(_ exhibit: Exhibit) -> [Double] {
    let trace = exhibit.checked.trace
    var numbers =
      trace.model.layers.map { Double($0.parameterCount * 4) } + [Double(trace.model.parameterCount * 4)]
    if let last = trace.epochs.last, let other = exhibit.unscheduled?.epochs.last {
      let shares = [(last.accuracy, other.accuracy), (last.valAccuracy, other.valAccuracy)]
      numbers += [last.loss - other.loss, last.valLoss - other.valLoss]
      numbers += shares.map { (($0 ?? 0) - ($1 ?? 0)) * 100 }
      numbers += zip(trace.evaluation, exhibit.unscheduled?.evaluation ?? []).map {
        $0.values[0] - $1.values[0]
      }
      numbers += (exhibit.unscheduled?.steps.loss.count).map { [Double($0)] } ?? []
    }
    numbers += trace.crossValidation?.scores.flatMap { [$0.mean, $0.deviation] } ?? []
    let outcome = trace.outcome
    let signed = zip(outcome.predictions, outcome.targets).map { $0 - $1 }
    if outcome.classes == 0 {
      let mean = outcome.targets.reduce(0, +) / Double(outcome.rows)
      let squares = outcome.targets.map { ($0 - mean) * ($0 - mean) }
      return numbers + signed + [squares.reduce(0, +) / Double(outcome.rows)]
    }
    let report = (0..<outcome.labels).map { label -> [Double] in
      let said = Double(outcome.predictions.count { $0 == Double(label) })
      let are = Double(outcome.targets.count { $0 == Double(label) })
      let right = Double(zip(outcome.predictions, outcome.targets).count { $0 == $1 && $0 == Double(label) })
      return [
        right / max(said, 1), right / max(are, 1), 2 * right / max(said + are, 1), are / Double(outcome.rows),
      ]
    }
    let means = (0..<3).map { column in report.reduce(0) { $0 + $1[column] } / Double(report.count) }
    let baseline = report.map { 2 * $0[3] / (1 + $0[3]) }
    return numbers + report.flatMap { $0 } + means + baseline
  }

  /// Every number in `value`, but for the weights after each epoch, which no view shows.
  private static func numbers(in value: Any) -> [Double] {
    switch value {
    case let number as Double: [number]
    case let number as Int: [Double(number)]
    case let numbers as [Double]: numbers
    case let numbers as [Int]: numbers.map { Double($0) }
    default:
      Mirror(reflecting: value).children.flatMap { child in
        ["snapshots", "points", "initialParameters"].contains(child.label) ? [] : numbers(in: child.value)
      }
    }
  }

  /// Every text in `value`, but for axes' ticks and questions.
  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    if value is Views.Question { return [] }
    return Mirror(reflecting: value).children.flatMap { child in
      ["ticks", "anchor", "formula", "question", "expression"].contains(child.label)
        ? [] : texts(in: child.value)
    }
  }
}
