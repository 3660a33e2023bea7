/// Divides the samples into folds in which every class keeps its share.
///
/// Throws where the target is a value, and where no class has a sample for every fold.
struct StratifiedKFold: SplitterKind {
  static let info = Info(
    "StratifiedKFold",
    [
      .foldCount,
      .flag("shuffle", default: false, "draw each class's folds at random; otherwise in order of rows"),
      .randomState,
    ],
    summary: "Divides the samples into folds in which every class keeps its share.",
    source: "scikit-learn, sklearn.model_selection.StratifiedKFold; Kohavi, A study of cross-validation, 1995"
  )

  let count: Int
  let shuffle: Bool
  let seed: UInt32?

  init(_ arguments: inout Arguments) throws(EngineError) {
    count = arguments.next()
    shuffle = arguments.next()
    seed = try Self.seed(&arguments, shuffle: shuffle, parameter: 2)
  }

  func folds(of table: Table, seed: UInt32) throws(EngineError) -> [[Int]] {
    if table.classes == 0 { throw Self.invalid(parameter: 0, "needs classes; the target is a value") }
    let members = membersByAppearance(table)
    let largest = members.reduce(0) { max($0, $1.count) }
    if count > largest { throw Self.tooFew(needed: count, found: largest) }
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    var folds = [[Int]](repeating: [], count: count)
    var start = 0
    for rows in members {
      // The samples in order of class are dealt out to the folds one by one.
      var dealt = [Int](repeating: 0, count: count)
      for place in start..<start + rows.count { dealt[place % count] += 1 }
      start += rows.count
      var places = dealt.enumerated().flatMap { Array(repeating: $0, count: $1) }
      if shuffle { generator.shuffle(&places) }
      for (row, fold) in zip(rows, places) { folds[fold].append(row) }
    }
    return folds.map { $0.sorted() }
  }

  /// The rows of each class, the classes in the order of their first row.
  private func membersByAppearance(_ table: Table) -> [[Int]] {
    var members = [[Int]](repeating: [], count: table.classes)
    for row in 0..<table.rows { members[Int(table.targets[row])].append(row) }
    return members.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }
}
