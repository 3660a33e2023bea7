extension Link {
  /// The class that `width` outputs of one row say.
  func decide<S: Scalar>(_ output: UnsafePointer<S>, width: Int) -> Int {
    if width == 1 { return output[0] > (self == .probability ? 0.5 : 0) ? 1 : 0 }
    var best = 0
    for c in 1..<width where output[c] > output[best] { best = c }
    return best
  }

  /// The class probabilities that the outputs of one row say; two of them for a
  /// single output. Empty in regression.
  func probabilities(_ output: [Double]) -> [Double] {
    switch self {
    case .identity: return []
    case .exponential: return output.map { Double.exp($0) }
    case .probability: return output.count == 1 ? [1 - output[0], output[0]] : output
    case .sigmoid:
      let p = 1 / (1 + Double.exp(-output[0]))
      return [1 - p, p]
    case .softmax:
      let highest = output.reduce(-.infinity) { $1 > $0 ? $1 : $0 }
      let powers = output.map { Double.exp($0 - highest) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
  }
}
