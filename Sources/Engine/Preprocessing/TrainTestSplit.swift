/// Divides the samples into a training and a validation part.
///
/// A size below 1 is a share, rounded up for the validation part and down for the training part; from 1 on it
/// is a number of samples. What is not given is the rest. With `stratify` every class keeps its share in
/// both. Throws when a part would be empty or the parts exceed the samples, when there are no classes to
/// stratify by or one has a single sample, and when the samples are split already.
struct TrainTestSplit: TransformKind {
  static let info = Info(
    "train_test_split",
    [
      .optionalReal("test_size", in: .positive, "validation part: share below 1, or count; 0.25"),
      .optionalReal("train_size", in: .positive, "training part: share below 1, or count; the rest"),
      .randomState,
      .flag("shuffle", default: true, "draw the parts at random; otherwise the first samples are trained on"),
      .flag("stratify", default: false, "keep the classes' shares in both parts"),
    ],
    summary: "Divides the samples into a training and a validation part.",
    source: "scikit-learn, sklearn.model_selection.train_test_split")

  let testSize: Double?
  let trainSize: Double?
  let seed: UInt32?
  let shuffle: Bool
  let stratify: Bool

  init(_ arguments: inout Arguments) throws(EngineError) {
    testSize = arguments.next()
    trainSize = arguments.next()
    seed = arguments.nextSeed()
    shuffle = arguments.next()
    stratify = arguments.next()
    for (parameter, size) in [testSize, trainSize].enumerated() {
      if let size, size >= 1 && size != size.rounded(.down) {
        throw Self.invalid(parameter: parameter, "must be a share below 1 or a whole number of samples")
      }
    }
    if let testSize, let trainSize, testSize < 1 && trainSize < 1 && testSize + trainSize > 1 {
      throw Self.invalid(parameter: 1, "must leave test_size its share: the two may sum to at most 1")
    }
    if stratify && !shuffle {
      throw Self.invalid(parameter: 4, "needs shuffle: the first samples cannot be chosen by class")
    }
  }

  func apply(to data: inout Partition, seed: UInt32) throws(EngineError) -> Fitted {
    if data.validation != nil { throw EngineError(.conflict("the samples are split already")) }
    let all = data.train
    let sizes = try self.sizes(of: all.rows)
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    let parts: Parts
    if stratify {
      let classes = try classes(of: all, sizes)
      parts = generator.stratified(classes, train: sizes.train, test: sizes.test)
    } else {
      let order = shuffle ? generator.permutation(all.rows) : Array(0..<all.rows)
      let testStart = shuffle ? 0 : sizes.train
      let trainStart = shuffle ? sizes.test : 0
      parts = Parts(
        train: Array(order[trainStart..<trainStart + sizes.train]),
        test: Array(order[testStart..<testStart + sizes.test]))
    }
    data.train = all.selecting(parts.train)
    data.validation = all.selecting(parts.test)
    let rows = data.trainRows
    data.trainRows = parts.train.map { rows[$0] }
    data.validationRows = parts.test.map { rows[$0] }
    return Fitted()
  }

  /// How many samples each part has.
  private func sizes(of count: Int) throws(EngineError) -> (train: Int, test: Int) {
    let n = Double(count)
    let stated = testSize ?? (trainSize == nil ? 0.25 : nil)
    var test = stated.map { $0 < 1 ? ($0 * n).rounded(.up) : $0 }
    var train = trainSize.map { $0 < 1 ? ($0 * n).rounded(.down) : $0 }
    train = train ?? n - (test ?? 0)
    test = test ?? n - (train ?? 0)
    guard let train, let test, train >= 1, test >= 1, train + test <= n else {
      throw Self.tooFew(needed: Int(min(max(train ?? 1, 1) + max(test ?? 1, 1), 0x4000_0000)), found: count)
    }
    return (Int(train), Int(test))
  }

  /// The rows of each class that has any.
  private func classes(of table: Table, _ sizes: (train: Int, test: Int)) throws(EngineError) -> [[Int]] {
    if table.classes == 0 { throw Self.invalid(parameter: 4, "needs classes; the target is a value") }
    var members = [[Int]](repeating: [], count: table.classes)
    for row in 0..<table.rows { members[Int(table.targets[row])].append(row) }
    members.removeAll { $0.isEmpty }
    guard members.allSatisfy({ $0.count > 1 }) else {
      throw Self.invalid(parameter: 4, "needs two samples or more of every class")
    }
    for size in [sizes.train, sizes.test] where size < members.count {
      throw Self.tooFew(needed: members.count, found: size)
    }
    return members
  }
}
