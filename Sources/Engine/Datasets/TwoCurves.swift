/// Two curves in the plane, a class each: what `make_moons` and `make_circles` share.
struct TwoCurves: Sendable {
  /// The parameters that both have, in this order.
  static let parameters: [Parameter] = [
    .integers(
      "n_samples", in: 0...Parameter.countLimit / 2, count: 1...2, default: [100],
      "number of samples, or how many of each class"),
    .flag("shuffle", default: true, "mix the samples"),
    .optionalReal("noise", in: .nonnegative, "standard deviation of the noise"),
    .randomState,
  ]

  /// Samples of each class.
  let counts: [Int]
  let shuffle: Bool
  let noise: Double?
  let seed: UInt32?

  init(_ arguments: inout Arguments) {
    let samples: [Int] = arguments.next()
    counts = samples.count == 2 ? samples : [samples[0] / 2, samples[0] - samples[0] / 2]
    shuffle = arguments.next()
    noise = arguments.next()
    seed = arguments.nextSeed()
  }

  /// How many samples and features there will be.
  var size: (samples: Int, features: Int)? { (counts[0] + counts[1], 2) }

  /// The samples: `point` gives number `index` of class `label`.
  func load(seed: UInt32, point: (_ label: Int, _ index: Int) -> [Double]) -> Table {
    var generator = NumpyGenerator(seed: self.seed ?? seed)
    var features: [Double] = []
    var labels: [Double] = []
    for label in 0...1 {
      for index in 0..<counts[label] {
        features += point(label, index)
        labels.append(Double(label))
      }
    }
    var table = Table(rows: labels.count, columns: 2, features: features, targets: labels, classes: 2)
    if shuffle { table = table.shuffled(&generator) }
    if let noise { table.addNoise(noise, &generator) }
    return table
  }
}
