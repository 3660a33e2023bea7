/// The rows of a training and a validation part.
struct Parts: Equatable {
  var train: [Int] = []
  var test: [Int] = []
}

extension NumpyGenerator {
  /// Draws `train` and `test` rows such that every class keeps its share, as `StratifiedShuffleSplit`.
  ///
  /// `classes` holds the rows of each class.
  mutating func stratified(_ classes: [[Int]], train: Int, test: Int) -> Parts {
    let counts = classes.map { $0.count }
    let trainCounts = approximateMode(counts, draws: train)
    let testCounts = approximateMode(zip(counts, trainCounts).map { $0 - $1 }, draws: test)
    var parts = Parts()
    for (k, rows) in classes.enumerated() {
      let order = permutation(rows.count).map { rows[$0] }
      parts.train += order[..<trainCounts[k]]
      parts.test += order[trainCounts[k]..<trainCounts[k] + testCounts[k]]
    }
    return Parts(
      train: permutation(parts.train.count).map { parts.train[$0] },
      test: permutation(parts.test.count).map { parts.test[$0] })
  }

  /// How many of `draws` draws without replacement most likely fall on each class of `counts` members.
  ///
  /// The shares rounded down, then one more for the largest remainders; equal ones are drawn among.
  private mutating func approximateMode(_ counts: [Int], draws: Int) -> [Int] {
    let total = Double(counts.reduce(0, +))
    let shares = counts.map { Double($0) / total * Double(draws) }
    var result = shares.map { Int($0) }
    let remainders = shares.map { $0 - $0.rounded(.down) }
    var missing = draws - result.reduce(0, +)
    var level = Double.infinity
    while missing > 0, let next = remainders.filter({ $0 < level }).max() {
      level = next
      let tied = remainders.indices.filter { remainders[$0] == level }
      let chosen = permutation(tied.count).prefix(missing)
      for i in chosen { result[tied[i]] += 1 }
      missing -= chosen.count
    }
    return result
  }
}
