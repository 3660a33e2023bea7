/// Replaces each of some columns by a column for every value it takes in the
/// training part, 1 where it has it.
///
/// The new columns come first, then the others, as from a `ColumnTransformer` with `remainder="passthrough"`.
/// Throws for a column that is not there or named twice, and for a value that only the validation part has
/// unless `handle_unknown` is `ignore`, which makes all its columns 0.
struct OneHotEncoder: TransformKind {
  static let info = Info(
    "OneHotEncoder",
    [
      .integers("columns", in: 0...Parameter.countLimit, count: Parameter.anyCount, "features, from 0"),
      .optionalChoice("drop", ["first", "if_binary"], "leave the first column out, always or of two"),
      .choice(
        "handle_unknown", ["error", "ignore"], default: 0, "what to do with values not seen in training"),
    ],
    summary: "Replaces a column of categories by one column for each, 1 where it applies.",
    formula: #"x_j \leftarrow ([x_j = c_1], \dots, [x_j = c_m])"#,
    source: "scikit-learn, sklearn.preprocessing.OneHotEncoder",
    example: "columns: [0]")

  let columns: [Int]
  let drop: Int?
  let ignoresUnknown: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    columns = arguments.next()
    drop = arguments.next()
    ignoresUnknown = arguments.next() == 1
    let sorted = columns.sorted()
    if zip(sorted, sorted.dropFirst()).contains(where: { $0 == $1 }) {
      throw Self.invalid(parameter: 0, "must name every column once")
    }
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    let train = data.train
    guard columns.allSatisfy({ $0 < train.columns }) else {
      throw Self.invalid(parameter: 0, "must name columns that there are")
    }
    if train.rows == 0 { throw Self.tooFew(needed: 1, found: 0) }
    let categories = columns.map { distinct(train.feature($0)) }
    let others = (0..<train.columns).filter { !columns.contains($0) }
    let shown = categories.map { Array($0.dropFirst(dropped($0.count))) }
    let width = shown.reduce(0) { $0 + $1.count } + others.count
    let rows = max(train.rows, data.validation?.rows ?? 0)
    try Bounds.check("one-hot columns", Double(width) * Double(rows), limit: Bounds.data)
    if !ignoresUnknown, let validation = data.validation { try checkKnown(validation, categories) }
    let names = names(shown, others: others, in: train)
    data.mapTables { table in
      let x = table.matrix
      var values: [Double] = []
      values.reserveCapacity(x.rows * width)
      for row in 0..<x.rows {
        for (column, known) in zip(columns, shown) { values += known.map { $0 == x[row, column] ? 1 : 0 } }
        values += others.map { x[row, $0] }
      }
      table.replaceFeatures(by: Matrix(rows: x.rows, columns: width, values: values), names: names)
    }
    return Fitted(names: columns.map { "categories_[\($0)]" }, values: categories)
  }

  /// The values that there are, the smallest first.
  private func distinct(_ values: [Double]) -> [Double] {
    values.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How many of `count` categories get no column.
  private func dropped(_ count: Int) -> Int {
    switch drop {
    case 0: 1
    case 1: count == 2 ? 1 : 0
    default: 0
    }
  }

  private func checkKnown(_ table: Table, _ categories: [[Double]]) throws(EngineError) {
    for (column, known) in zip(columns, categories) where !table.feature(column).allSatisfy(known.contains) {
      throw Self.invalid(
        parameter: 2, "must be ignore: the validation part has a value that the training part lacks")
    }
  }

  private func names(_ categories: [[Double]], others: [Int], in table: Table) -> [String] {
    var names: [String] = []
    for (column, values) in zip(columns, categories) {
      for (i, value) in values.enumerated() {
        let label = Int(exactly: value).map { "\($0)" } ?? "#\(i)"
        names.append(table.name(ofFeature: column) + "_" + label)
      }
    }
    return names + others.map { table.name(ofFeature: $0) }
  }
}
