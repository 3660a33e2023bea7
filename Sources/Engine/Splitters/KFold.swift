/// Divides the samples into folds of consecutive rows, or of rows in random order,
/// whose sizes differ by 1 at most.
///
/// The first n mod k folds have one row more. Throws for more folds than samples.
struct KFold: SplitterKind {
  static let info = Info(
    "KFold",
    [
      .foldCount, .flag("shuffle", default: false, "draw the folds at random; otherwise in order of rows"),
      .randomState,
    ],
    summary: "Divides the samples into folds of equal size, each held out once.",
    source: "scikit-learn, sklearn.model_selection.KFold; Stone, Cross-validatory choice, 1974")

  let count: Int
  let shuffle: Bool
  let seed: UInt32?

  init(_ arguments: inout Arguments) throws(EngineError) {
    count = arguments.next()
    shuffle = arguments.next()
    seed = try Self.seed(&arguments, shuffle: shuffle, parameter: 2)
  }

  func folds(of table: Table, seed: UInt32) throws(EngineError) -> [[Int]] {
    if count > table.rows { throw Self.tooFew(needed: count, found: table.rows) }
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let order = shuffle ? generator.permutation(table.rows) : Array(0..<table.rows)
    let (size, larger) = (table.rows / count, table.rows % count)
    return (0..<count).map { fold in
      let start = fold * size + min(fold, larger)
      return order[start..<start + size + (fold < larger ? 1 : 0)].sorted()
    }
  }
}
