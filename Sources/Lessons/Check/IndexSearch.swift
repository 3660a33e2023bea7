import Engine

/// Finds the index for which a claim about one value of a series would be true,
/// and the setting that would make it true where it is.
struct IndexSearch {
  let evaluator: Evaluator
  let trace: Trace

  /// What to say of `operand`, such as `lr[10]`, which `holds` is false for; nil when no index is better.
  func explain(_ operand: Expression, _ holds: (Double) -> Bool) -> FalseClaim.Explanation? {
    guard case .element(let base, let index) = operand.node,
      case .series(let series) = try? evaluator.evaluate(base), let asked = try? evaluator.number(index)
    else { return nil }
    let candidates = series.indices.filter { holds(series[$0]) }
    let nearest = candidates.min { (Double($0) - asked).magnitude < (Double($1) - asked).magnitude }
    guard let nearest else { return nil }
    let name = evaluator.source.text(base.range)
    let found = "\(name)[\(nearest)]"
    let value = "\(found) = \(Numeral.text(series[nearest]))"
    let parameter = name == "lr" ? self.parameter(reaching: nearest) : nil
    let reason = parameter.map { " (\($0.name) = \(nearest - 1) steps after epoch 1)" } ?? ""
    let repair = parameter.flatMap { repaired($0, at: Int(asked), holds) }
    return FalseClaim.Explanation(
      label: "", notes: [Self.prefix(series, nearest) + value + reason],
      helps: ["write \(found)\(repair.map { ", or \($0)" } ?? "")"])
  }

  private static func prefix(_ series: Series, _ index: Int) -> String {
    let value = series[index]
    if value == series.values.min() { return "the minimum is " }
    if value == series.values.max() { return "the maximum is " }
    return "it holds for "
  }

  /// The schedule's whole-number parameter that counts the steps from epoch 1 to `epoch`.
  private func parameter(reaching epoch: Int) -> (name: String, row: Int)? {
    guard let scheduler = trace.pipeline.schedule.scheduler, trace.pipeline.schedule.cadence == .epoch,
      scheduler.watcher == nil
    else { return nil }
    let row = scheduler.arguments.firstIndex(of: .integer(epoch - 1))
    return row.map { (scheduler.info.parameters[$0].name.description, $0) }
  }

  /// The setting of `parameter` with which the rate of `epoch` satisfies `holds`,
  /// tried on the schedule itself.
  private func repaired(
    _ parameter: (name: String, row: Int), at epoch: Int, _ holds: (Double) -> Bool
  ) -> String? {
    guard var component = trace.pipeline.schedule.scheduler, epoch > 1,
      case .integer(let range) = component.info.parameters[parameter.row].domain, range.contains(epoch - 1)
    else { return nil }
    component.arguments[parameter.row] = .integer(epoch - 1)
    guard let scheduler = try? Scheduler(component),
      let optimizer = try? Optimizer<Double>(
        trace.pipeline.train.optimizer, cyclingMomentum: scheduler.cyclesMomentum),
      var state = try? scheduler.start(optimizer.base)
    else { return nil }
    for _ in 1..<epoch { guard (try? scheduler.advance(&state)) != nil else { return nil } }
    return holds(state.rate.lr) ? "\(parameter.name): \(epoch - 1)" : nil
  }
}
