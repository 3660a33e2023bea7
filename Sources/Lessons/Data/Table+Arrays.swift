import Engine

extension Table {
  /// Samples of two arrays, whose first axis counts them: the other axes of `features` become columns.
  ///
  /// Where `classify`, the targets are whole numbers and make classes; else they are one value or several.
  init(features: NumericArray, targets: NumericArray, classify: Bool) throws(DataFault) {
    let rows = features.shape[0]
    guard targets.shape[0] == rows else {
      throw DataFault("has \(targets.shape[0]) targets, and there are \(rows) rows of features")
    }
    self.init(
      rows: rows, columns: features.width, features: features.values, targets: targets.values, classes: 0)
    targetColumns = targets.width
    guard classify else { return }
    guard targetColumns == 1 else {
      throw DataFault(
        "has \(targetColumns) targets in a row, and the loss needs one class",
        helps: ["save class numbers, such as y.argmax(axis=1)"])
    }
    guard let found = ClassNumbers(targets.values) else {
      throw DataFault(
        "has targets that are values, and the loss needs classes",
        helps: ["take a loss for values, such as MSELoss, or save whole numbers"])
    }
    self.targets = found.numbers
    classNames = found.names
    classes = found.names.count
  }
}
