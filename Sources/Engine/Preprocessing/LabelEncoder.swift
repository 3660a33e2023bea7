/// Makes classes of a target that is numbers: the distinct ones of the training part, in ascending order.
///
/// A target that is classes already stays as it is: data files and generators number their classes.
/// Throws where a row has several values, and for a value that only the validation part has.
struct LabelEncoder: TransformKind {
  static let info = Info(
    "LabelEncoder", summary: "Numbers the distinct values of the target from 0, as classes.",
    formula: #"y \leftarrow k \text{ where } y = c_k"#,
    source: "scikit-learn, sklearn.preprocessing.LabelEncoder")

  init(_ arguments: inout Arguments) {}

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    if data.train.classes > 0 { return Fitted() }
    if data.train.rows == 0 { throw Self.tooFew(needed: 1, found: 0) }
    guard data.train.targetColumns == 1 else {
      throw EngineError(.conflict("LabelEncoder needs one target in a row, and there are several"))
    }
    let classes = data.train.targets.sorted().reduce(into: [Double]()) { if $0.last != $1 { $0.append($1) } }
    let train = try encode(data.train, classes)
    if let validation = data.validation { data.validation = try encode(validation, classes) }
    data.train = train
    return Fitted(names: ["classes_"], values: [classes])
  }

  private func encode(_ table: Table, _ classes: [Double]) throws(EngineError) -> Table {
    var encoded = table
    encoded.classes = classes.count
    for (row, target) in table.targets.enumerated() {
      guard let place = place(of: target, in: classes) else {
        throw EngineError(
          .conflict(
            "the validation part has a target that the training part lacks: put LabelEncoder before the split"
          ))
      }
      encoded.targets[row] = Double(place)
    }
    return encoded
  }

  /// Where `value` stands among the ascending `values`.
  private func place(of value: Double, in values: [Double]) -> Int? {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == value ? low : nil
  }
}
