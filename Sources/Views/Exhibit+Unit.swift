import Engine
import Lessons

extension Exhibit {
  /// How many values step `step` of the prediction trace has to be opened, counted
  /// from 1; nil where it has none.
  public func units(ofStep step: Int) -> Int? {
    guard let steps = checked.trace.predictions.first?.steps, steps.indices.contains(step - 1) else {
      return nil
    }
    let found = steps[step - 1]
    let count = found.kind == .input ? found.values.count : found.units.count
    return found.kind == .answer || count == 0 ? nil : count
  }

  /// The exhibit with `unit` of step `step` open, both counted from 1.
  public func opening(unit: Int, ofStep step: Int) -> Exhibit {
    var exhibit = self
    exhibit.units[step - 1] = unit - 1
    return exhibit
  }
}
